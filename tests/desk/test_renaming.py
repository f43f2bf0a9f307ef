"""Renaming: everything that names the record follows, its old address leads on, and nothing else changes."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics.codes import severity_of
from generator.graph.link import link
from generator.graph.namings import known, meanings_of, namings, used_topics
from generator.graph.values import Target
from generator.model.records import Kind
from generator.reading.content import read_content
from tests.desk.copies import DeskCopy, changes
from tests.site.generated_sites import GeneratedSite, sites


@pytest.fixture
def desk(tmp_path: Path) -> DeskCopy:
    return DeskCopy.golden(tmp_path)


def test_fields_mentions_and_the_file(desk: DeskCopy) -> None:
    before = desk.files()
    assert desk.rename("actor", "amina-saleh", "a-saleh") == []
    changed = changes(before, desk.files())
    assert changed["content/actors/amina-saleh.md"] == []
    assert "former_ids: [amina-saleh]" in changed["content/actors/a-saleh.md"]
    assert changed["content/events/2014/bridge-attack.md"] == [
        "  - actor: a-saleh",
        "    claimed_by: a-saleh",
        "    claimed_by: a-saleh",
        "  - by: a-saleh",
    ]
    assert desk.site.build().published is not None
    assert "/actors/a-saleh/" in desk.site.published().files["actors/amina-saleh/index.html"].decode()


def test_only_the_id_changes_in_a_line(desk: DeskCopy) -> None:
    path = "content/events/2014/treaty.md"
    desk.site.edit(path, "river-brigade: signatory", '"river-brigade"  :  signatory   # who signed')
    desk.site.edit(
        path,
        "\n---\n",
        "\n# the end\n---\n[[ river-brigade | they ]] and [[actor:river-brigade]].\n\n`[[river-brigade]]`\n\n",
    )
    assert desk.rename("actor", "river-brigade", "brigade") == []
    text = desk.files()[path]
    assert "  - brigade  :  signatory   # who signed\n" in text
    assert "\n# the end\n---\n[[ brigade | they ]] and [[actor:brigade]].\n\n`[[river-brigade]]`\n" in text


def test_links_by_address_follow_with_the_part_of_the_page_they_lead_to(desk: DeskCopy) -> None:
    path = "content/events/2014/treaty.md"
    links = (
        "[a](/actors/herald/) <b> [c](/actors/herald/#x 'The Herald') [d](/actors/heralds/) [about](/about/)"
    )
    desk.site.edit(path, "\n---\n", f"\n---\n{links}\n\n")
    assert desk.rename("actor", "herald", "the-herald") == []
    assert desk.rename("page", "about", "about-us") == []
    there = links.replace("/herald/", "/the-herald/").replace("/about/", "/about-us/")
    assert f"\n{there}\n" in desk.files()[path]


def test_line_ends_and_byte_order_mark_stay(desk: DeskCopy) -> None:
    file = desk.site.root / "content/actors/river-brigade.md"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    assert desk.rename("actor", "river-brigade", "brigade") == []
    after = desk.text("content/actors/brigade.md")
    assert after.replace(b"former_ids: [river-brigade]\r\n", b"") == before


def test_translations_move_and_their_mentions_follow(desk: DeskCopy) -> None:
    desk.site.write(
        "content/actors/herald.ar.md", "---\nname: المنادي\n---\nفي [[nahr]]، قرب [[nahr|النهر]]\n"
    )
    assert desk.rename("actor", "herald", "the-herald") == []
    assert desk.rename("location", "nahr", "nahr-town") == []
    text = desk.files()["content/actors/the-herald.ar.md"]
    assert text.endswith("في [[nahr-town]]، قرب [[nahr-town|النهر]]\n")


def test_former_ids_are_appended_oldest_first(desk: DeskCopy) -> None:
    path = "content/topics/{}.md"
    desk.site.edit(
        path.format("bridges"), "\n---\n", "\nformer_ids:\n  - oldest\n  - old   # since 2015\n---\n"
    )
    assert desk.rename("topic", "bridges", "spans") == []
    assert (
        "former_ids:\n  - oldest\n  - old   # since 2015\n  - bridges\n" in desk.files()[path.format("spans")]
    )
    assert desk.rename("topic", "spans", "oldest") == []
    assert (
        "former_ids:\n  - old\n  - bridges   # since 2015\n  - spans\n" in desk.files()[path.format("oldest")]
    )


@pytest.mark.parametrize(
    ("written", "then"),
    [
        ("former_ids: [a-1]", "former_ids: [a-1, herald]"),
        ("former_ids: [ ]", "former_ids: [herald ]"),
        ("former_ids: a-1  # x", "former_ids: [a-1, herald]  # x"),
        ("former_ids:\n- a-1\n- a-2", "former_ids:\n- a-1\n- a-2\n- herald"),
        ("# of notes\nnotes: x", "former_ids: [herald]\n# of notes\nnotes: x"),
        ("# at the end", "# at the end\nformer_ids: [herald]"),
    ],
)
def test_every_way_to_write_former_ids(desk: DeskCopy, written: str, then: str) -> None:
    desk.site.write("content/actors/herald.md", f"---\nname: Herald\n{written}\n---\nText\n")
    assert desk.rename("actor", "herald", "new-herald") == []
    assert desk.files()["content/actors/new-herald.md"] == f"---\nname: Herald\n{then}\n---\nText\n"


def test_back_and_forth_leaves_the_other_files_as_they_were(desk: DeskCopy) -> None:
    before = desk.files()
    assert desk.rename("location", "nahr", "nahr-town") == []
    assert desk.rename("location", "nahr-town", "nahr") == []
    assert changes(before, desk.files()) == {"content/locations/nahr.md": ["former_ids: [nahr-town]"]}


def test_a_topic_that_nobody_wrote_gets_a_file_for_its_old_address(desk: DeskCopy) -> None:
    assert desk.rename("topic", "fighting", "armed-clashes") == []
    made = "---\ntitle: Armed clashes\nformer_ids: [fighting]\n---\n"
    assert desk.files()["content/topics/armed-clashes.md"] == made
    assert "topics: [bridges, armed-clashes]" in desk.files()["content/events/2014/bridge-attack.md"]


def test_the_navigation_follows_a_page(desk: DeskCopy) -> None:
    desk.site.write("content/site.yaml", "title: T\nnavigation: [/timeline/, about]  # menu\n")
    assert desk.rename("page", "about", "about-us") == []
    assert desk.files()["content/site.yaml"] == "title: T\nnavigation: [/timeline/, about-us]  # menu\n"


def test_an_id_that_two_kinds_have_is_written_with_its_kind(desk: DeskCopy) -> None:
    desk.site.edit(
        "content/pages/about.md", "\n---\n", "\n---\n[[nahr]] and [[herald]], by [[the brigade]].\n\n"
    )
    assert desk.rename("actor", "herald", "nahr") == []
    assert (
        "[[location:nahr]] and [[actor:nahr]], by [[the brigade]]." in desk.files()["content/pages/about.md"]
    )
    assert desk.rename("topic", "bridges", "the-brigade") == []
    assert desk.site.build().published is not None


def test_a_name_that_becomes_an_id_still_means_whom_it_meant(desk: DeskCopy) -> None:
    desk.site.edit(
        "content/pages/about.md", "\n---\n", "\n---\n[[liwa-al-nahr]] and [[liwa-al-nahr|them]].\n\n"
    )
    assert desk.rename("topic", "bridges", "liwa-al-nahr") == []
    assert (
        "[[actor:river-brigade]] and [[actor:river-brigade|them]]." in desk.files()["content/pages/about.md"]
    )


@pytest.mark.parametrize(
    ("kind", "old", "new", "code"),
    [
        ("actor", "nobody", "somebody", "D801"),
        ("topic", "nothing", "something", "D801"),
        ("actor", "herald", "courier", "D802"),
        ("actor", "herald", "herald", "D802"),
        ("actor", "herald", "civilians", "D802"),
        ("topic", "bridges", "fighting", "D802"),
        ("actor", "herald", "The_Herald", "D803"),
        ("actor", "herald", "con", "D803"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_changes(
    desk: DeskCopy, kind: Kind, old: str, new: str, code: str
) -> None:
    before = desk.files()
    assert desk.rename(kind, old, new) == [code]
    assert desk.files() == before


def test_a_former_id_of_another_record_is_taken(desk: DeskCopy) -> None:
    desk.site.edit("content/actors/courier.md", "\n---\n", "\nformer_ids: [the-courier]\n---\n")
    assert desk.rename("actor", "herald", "the-courier") == ["D802"]


def test_nothing_is_renamed_while_a_file_cannot_be_read(desk: DeskCopy) -> None:
    desk.site.write("content/events/broken.md", "---\ntitle: X\nactors: [herald]\n---\n")
    before = desk.files()
    assert desk.rename("actor", "herald", "new-herald") == ["D102"]
    assert desk.files() == before


@settings(max_examples=25)
@given(sites(), st.data())
def test_any_record_of_any_site(site: GeneratedSite, data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        desk = DeskCopy(site.lay_out(Path(folder)))
        before, _ = read_content(desk.site.root)
        topics = [("topic", slug) for slug in sorted(used_topics(before))]
        kind, old = data.draw(st.sampled_from([*site.records, *topics]))
        new = data.draw(
            st.sampled_from(["new", "a-b", f"old-{kind}-0", *(record for _, record in site.records)])
        )
        codes = desk.rename(kind, old, new)
        after, findings = read_content(desk.site.root)
        assert codes or _meant(after) == _meant(before, Target(kind, old), Target(kind, new))
        assert [
            code for code in map(severity_of, (*findings, *link(after, drafts=False)[1])) if code == "error"
        ] == []


def _meant(content, old: Target | None = None, new: Target | None = None) -> list[tuple[object, ...]]:
    """Who names whom and how often, with one record called otherwise."""

    def now(target: Target | None) -> Target | None:
        return new if target == old and target else target

    found = [
        (str(now(naming.by)), str(now(naming.target)), naming.field)
        for naming in namings(content, meanings_of(content), lambda _: True)
    ]
    return sorted(
        [*found, *((str(now(target)), "", "") for target, parsed in known(content) if target.kind != "topic")]
    )
