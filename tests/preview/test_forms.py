"""Records edited in forms, without a script: what is written, what is refused, what is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model.records import KINDS
from generator.preview.editing import saving
from generator.preview.editing.desk import Desk
from generator.preview.editing.proof import Proof
from generator.reading.source_file import SourceFile
from tests.preview.filling import Filled, opened
from tests.preview.running import Running, running
from tests.site.model_site import Site

EVENT = "content/events/2014/bridge-attack.md"
FORM = "_dateline/edit/event/bridge-attack"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site.golden(tmp_path)


@pytest.fixture
def preview(site: Site) -> Iterator[Running]:
    with running(site.root, edits=True) as preview:
        yield preview
        assert preview.said == []


def read(site: Site, path: str = EVENT) -> str:
    return (site.root / path).read_bytes().decode()


def look(preview: Running) -> None:
    preview.live.look()
    preview.live.proofread()


def save(form: Filled, changes: dict[str, str] | None = None, button: str = "save") -> Filled:
    """Save, whatever warnings there are."""
    answer = form.press(button, changes)
    confirm = answer.page.xpath("//button[@form='form']/@value")
    return answer.press(confirm[0]) if confirm else answer


def test_every_record_has_a_form_that_says_what_its_file_says(site: Site, preview: Running) -> None:
    files = {
        one.file.path: one.file
        for one in preview.live.snapshot.reading.files.values()
        if not one.file.language
    }
    for path, file in files.items():
        before = (site.root / path).read_bytes()
        form = opened(preview, f"_dateline/edit/{file.kind}/{file.id}")
        assert form.status == 200, path
        form.press("save")
        assert (site.root / path).read_bytes() == before, path


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_control_with_a_name_and_words(preview: Running, kind: str) -> None:
    form = opened(preview, f"_dateline/new/{kind}")
    for control in form.page.xpath(
        "//form//*[self::input[@type='text' or @type='checkbox'] or self::select or self::textarea]"
    ):
        name = control.get("id")
        labels = form.page.xpath(f"//label[@for='{name}']") or control.xpath("ancestor::label")
        assert labels, name
        assert labels[0].text_content().strip(), name
        for told in control.get("aria-describedby", "").split():
            assert form.page.xpath(f"//*[@id='{told}']"), (name, told)


def test_one_change_changes_one_line(site: Site, preview: Running) -> None:
    (site.root / EVENT).chmod(0o640)
    before = read(site)
    page = save(opened(preview, FORM), {"date": "2014-08-24~"})
    assert read(site) == before.replace("date: 2014-08-24\n", "date: 2014-08-24~\n")
    assert (site.root / EVENT).stat().st_mode & 0o777 == 0o640
    assert "about 24 August 2014" in page.page.text_content()


def test_comments_line_ends_and_what_no_field_has_stay(site: Site, preview: Running) -> None:
    text = (
        read(site)
        .replace("title:", "# first\nmood: grim   # unknown\ntitle:")
        .replace("actors:\n", "actors:   # all of them\n  # the brigade\n")
    )
    (site.root / EVENT).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    look(preview)
    form = opened(preview, FORM)
    assert "mood: grim" in form.page.text_content()
    before = read(site)
    page = save(form, {"actors.1.role": "speaker", "status": "reported"})
    assert page.status == 200
    assert read(site) == before.replace("town-council: defender", "town-council: speaker").replace(
        "status: disputed", "status: reported"
    )


def test_rows_come_go_and_move(site: Site, preview: Running) -> None:
    form = (
        opened(preview, FORM)
        .press("add:claims")
        .press("up:claims.n0")
        .press("remove:claims.0")
        .press("down:actors.0")
    )
    new = {
        "measure": "killed",
        "group": "civilians",
        "figure": "none",
        "claimed_by": "Amina Saleh",
        "source": "wire-bridge",
    }
    before = read(site)
    save(form, {f"claims.n0.{key}": value for key, value in new.items()})
    actors = "  - river-brigade: attacker\n  - town-council: defender\n"
    swapped = "  - town-council: defender\n  - river-brigade: attacker\n"
    first = before[
        before.index("  - measure: killed") : before.index(
            "  - measure: killed\n    group: river-brigade\n    figure: 3"
        )
    ]
    last = before[before.index("  - measure: boats") : before.index("statements:")]
    made = "  - measure: killed\n    group: civilians\n    figure: none\n    claimed_by: amina-saleh\n    source: wire-bridge\n"
    assert read(site) == before.replace(actors, swapped).replace(first, "").replace(last, made + last)


def test_a_place_is_picked_by_its_name(site: Site, preview: Running) -> None:
    form = opened(preview, FORM).press("keep:locations", {"locations.new": "محافظة الوادي"})
    assert form.page.xpath("//*[@id='f-locations']/ol/li[3]//*[@class='label']/text()") == ["The valley"]
    save(form)
    assert "locations: [nahr-bridge, nahr, valley]\n" in read(site)


def test_what_is_wrong_stands_at_its_field_and_nothing_is_written(site: Site, preview: Running) -> None:
    before = read(site)
    answer = opened(preview, FORM).press("save", {"date": "2014-13-01", "title": ""})
    assert answer.notice.startswith("It is not saved. ")
    assert "D109" in answer.faults("date")
    assert "D102" in answer.faults("title")
    assert answer.page.xpath("//*[@id='notice']//a/@href") == ["#f-title", "#f-date"]
    answer = opened(preview, FORM).press("save", {"claims.1.claimed_by": "nobody-known"})
    assert "D201" in answer.faults("claims.1.claimed_by")
    assert answer.page.xpath("//*[@id='notice']//a[@href='#f-claims-1-claimed-by']/text()") == [
        "Claim 2: Who says so"
    ]
    assert answer.fields["claims.1.claimed_by"] == "nobody-known"
    assert read(site) == before


def test_warnings_are_shown_once_and_need_not_keep_anybody(site: Site, preview: Running) -> None:
    before = read(site)
    answer = opened(preview, FORM).press("save", {"date": "2014-09-24"})
    assert "It is not saved yet" in answer.notice
    assert read(site) == before
    confirm = answer.page.xpath("//button[@form='form']/@value")[0]
    assert "24 September 2014" in answer.press(confirm).page.text_content()


def test_both_versions_are_shown_when_the_file_changed_meanwhile(site: Site, preview: Running) -> None:
    form = opened(preview, FORM)
    site.edit(EVENT, "order: 1", "order: 2   # theirs").edit(EVENT, "status: disputed", "status: reported")
    site.edit(EVENT, "    figure: 3 to 5", "    figure: 3 to 6")
    theirs = read(site)
    answer = form.press("save", {"status": "confirmed", "notes": "Mine."})
    assert answer.status == 409
    assert read(site) == theirs
    said = answer.page.text_content()
    assert all(words in said for words in ("changed by both", "changed by you", "changed in the file"))
    fields = dict(answer.form.form_values())
    assert {key: fields[f"keep-{key}"] for key in ("status", "notes", "order", "claims")} == {
        "status": "mine", "notes": "mine", "order": "theirs", "claims": "theirs",
    }  # fmt: skip
    together = answer.press("merge")
    assert read(site) == theirs
    save(together)
    assert read(site) == theirs.replace("status: reported", "status: confirmed").replace(
        "notes: Desk only, canary-7f3a.", "notes: Mine."
    )


def test_a_change_while_it_is_checked_is_seen(
    site: Site, preview: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    proof = Desk.proof

    def slowly(desk: Desk, file: SourceFile, raw: bytes) -> Proof:
        found = proof(desk, file, raw)
        site.edit(EVENT, "order: 1", "order: 2")
        return found

    form = opened(preview, FORM)
    monkeypatch.setattr(Desk, "proof", slowly)
    answer = form.press("save", {"notes": "Mine."})
    assert answer.status == 409
    assert "changed in the file" in answer.page.text_content()
    assert "order: 2" in read(site)
    assert "Mine." not in read(site)


def test_a_disk_that_refuses_is_said(preview: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(saving, "write", full)
    answer = opened(preview, FORM).press("save", {"notes": "Mine."})
    assert answer.notice == "It is not saved. The disk does not take it: No space left on device."
    assert answer.fields["notes"] == "Mine."


@pytest.mark.parametrize(("button", "figure"), [("merge:mine", "3 to 5"), ("merge:theirs", "3 to 6")])
def test_one_version_may_be_kept_whole(site: Site, preview: Running, button: str, figure: str) -> None:
    form = opened(preview, FORM)
    site.edit(EVENT, "    figure: 3 to 5", "    figure: 3 to 6")
    save(form.press("save", {"actors.2.role": "victim"}).press(button))
    assert f"figure: {figure}\n" in read(site)


def test_a_file_that_went_meanwhile_is_not_lost(site: Site, preview: Running) -> None:
    form = opened(preview, FORM)
    site.delete(EVENT)
    answer = form.press("save", {"notes": "Mine."})
    assert "deleted or renamed meanwhile" in answer.notice
    look(preview)
    save(answer)
    assert "notes: Mine." in read(site)
    assert "figure: at least 12" in read(site)


def test_a_new_record_goes_where_new_records_go(site: Site, preview: Running) -> None:
    form = opened(preview, "_dateline/new/event")
    told = {
        "title": "Ferries return to Nahr: all of them",
        "date": "2014-09-30",
        "locations.new": "nahr",
        "body": "They [[river-brigade|came]] back.",
    }
    page = save(form, told)
    assert read(site, "content/events/2014/ferries-return-to-nahr-all-of-them.md") == (
        '---\ntitle: "Ferries return to Nahr: all of them"\ndate: 2014-09-30\nlocations: [nahr]\n---\n'
        "They [[river-brigade|came]] back.\n"
    )
    assert "Ferries return to Nahr" in page.page.text_content()
    again = save(opened(preview, "_dateline/new/event"), told | {"body": "Other."})
    assert "There is a record with the id" in again.notice
    assert "Other." not in read(site, "content/events/2014/ferries-return-to-nahr-all-of-them.md")


def test_a_form_that_is_sent_twice_saves_once(site: Site, preview: Running) -> None:
    form = opened(preview, "_dateline/new/topic")
    assert save(form, {"title": "Ferries"}).status == save(form, {"title": "Ferries"}).status == 200
    assert read(site, "content/topics/ferries.md") == "---\ntitle: Ferries\n---\n"


def test_a_record_is_made_for_another_and_comes_back_picked(site: Site, preview: Running) -> None:
    form = opened(preview, "_dateline/new/event").press("add:actors")
    told = {
        "title": "Miners strike",
        "date": "2014-09-01",
        "actors.n0.actor": "Union of Miners",
        "actors.n0.role": "participant",
    }
    child = form.press("make:actors.n0.actor:actor", told)
    assert child.fields["name"] == "Union of Miners"
    parent = save(child, {"kind": "political"})
    assert "is saved, and picked" in parent.notice
    assert parent.fields["actors.n0.actor"] == "union-of-miners"
    assert parent.fields["title"] == "Miners strike"
    save(parent)
    assert "actors:\n  - union-of-miners: participant\n" in read(site, "content/events/2014/miners-strike.md")
    assert (
        read(site, "content/actors/union-of-miners.md")
        == "---\nname: Union of Miners\nkind: political\n---\n"
    )
    assert form.press("make:actors.n0.actor:actor", told).press("return").fields["title"] == "Miners strike"


def test_a_draft_may_name_what_is_not_there_yet(site: Site, preview: Running) -> None:
    told = {"title": "Later", "date": "2014-09-01", "part_of": "not-written-yet"}
    form = opened(preview, "_dateline/new/event")
    assert "D204" in form.press("save", told).notice
    assert "a draft" in save(form, told, "draft").page.text_content()
    assert "draft: true\n" in read(site, "content/events/2014/later.md")


def test_a_form_of_an_earlier_run_is_not_saved_and_not_lost(site: Site, preview: Running) -> None:
    before = read(site)
    answer = opened(preview, FORM).press("save", {"_seal": "0" * 64, "notes": "Mine."})
    assert answer.status == 403
    assert answer.fields["notes"] == "Mine."
    assert read(site) == before
    save(answer)
    assert "notes: Mine." in read(site)


def test_values_of_another_form_than_their_field_stay_unless_written_over(
    site: Site, preview: Running
) -> None:
    site.edit(EVENT, "status: disputed", "status: {a: b}   # odd").edit(EVENT, "order: 1", "order: [1, 2]")
    look(preview)
    form = opened(preview, FORM)
    assert "{a: b}" in form.page.text_content()
    before = read(site)
    save(form, {"order": "3", "notes": "x"})
    assert read(site) == before.replace("order: [1, 2]", "order: 3").replace(
        "notes: Desk only, canary-7f3a.", "notes: x"
    )


def test_files_that_cannot_be_edited_say_so(site: Site, preview: Running) -> None:
    site.write(EVENT, "title: no fences\n")
    look(preview)
    assert opened(preview, FORM).status == 409
    assert "Mend the lines" in opened(preview, FORM).page.text_content()
    assert opened(preview, "_dateline/edit/event/not-there").status == 404
    assert opened(preview, "_dateline/edit/colour/red").status == 404
    assert opened(preview, "_dateline/new/colour").status == 404


def test_the_panel_leads_to_forms_and_to_the_field_of_a_finding(site: Site, preview: Running) -> None:
    site.edit(EVENT, "date: 2014-08-24\n", "date: 2014-08-32\n")
    look(preview)
    panel = opened(preview, "_dateline/").page
    assert panel.xpath("//a[@href='/_dateline/new/event']")
    assert panel.xpath("//*[@id='recent']//a[starts-with(@href, '/_dateline/edit/')]")
    form = opened(
        preview,
        panel.xpath(
            "//*[contains(@class, 'finding')]//a[starts-with(@href, '/_dateline/edit/event/bridge-attack?line=3')]/@href"
        )[0],
    )
    assert form.page.xpath("//*[@autofocus]/@name") == ["date"]
    assert "D109" in form.faults("date")


def test_a_translation_is_written_and_its_finding_stands_at_it(site: Site, preview: Running) -> None:
    form = opened(preview, FORM).press("add:translations")
    told = {"language": "ar", "title": "هجوم على الجسر", "summary": ""}
    save(form, {f"translations.n0.{key}": value for key, value in told.items()})
    assert "translations:\n  ar: {title: هجوم على الجسر}\n" in read(site)
    wrong = opened(preview, FORM).press("save", {"translations.0.summary": "انظر [[nobody-known]]."})
    assert "D207" in wrong.faults("translations.0.summary")
    save(opened(preview, FORM), {"translations.0.summary": "انظر [[nahr-bridge]]."})
    assert '  ar: {title: هجوم على الجسر, summary: "انظر [[nahr-bridge]]."}\n' in read(site)
