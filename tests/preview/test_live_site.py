"""The site while it is written is what reading everything anew would give, after any edit; what is broken stays as it was."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest

from generator.build import Options, compile_content, plan_outputs, stops
from generator.plan import Output
from generator.preview.display import Display
from generator.preview.live_site import LiveSite
from generator.rendering.environment import environment
from generator.rendering.render import render
from tests.site import edits
from tests.site.edits import EDITS, Draft, Edit
from tests.site.model_site import Site

SEQUENCES = 4
EDITS_EACH = 20
PAGE = "events/bridge-attack/"
FILE = "content/events/2014/bridge-attack.md"

NOT_HERE: tuple[Edit, ...] = (
    edits.show_drafts,
    edits.lose_memory,
    edits.damage_memory,
    edits.lose_a_shard,
    edits.lose_a_page,
)
"""Edits of what builds remember, and of what a build is asked for."""


class Desk:
    """A model site that is edited by chance while it is live."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.site = Site.golden(folder)
        self.drafts = seed % 2 == 1
        self.draft = Draft(self.site, random.Random(seed), {"drafts": self.drafts})  # noqa: S311 - the same each time
        self.live = LiveSite(folder, self.drafts, 1)
        self.live.start()
        self.good = 0

    def step(self) -> None:
        edit = self.draft.chance.choice([one for one in EDITS if one not in NOT_HERE])
        edit(self.draft)
        self.live.look()
        self.compare(edit.__name__, whole=False)
        self.live.proofread()
        self.compare(edit.__name__)
        if not stops(self.live.snapshot.findings, strict=False):
            self.good += 1
            assert self.live.snapshot.findings == self.findings, edit.__name__

    def compare(self, edit: str, *, whole: bool = True) -> None:
        """Every page is as a build would make it at once, and everything else when it is `whole`."""
        compiled = compile_content(
            Options(root=self.site.root, output=self.site.output, drafts=self.drafts, jobs=1)
        )
        outputs, self.findings = plan_outputs(compiled)
        if stops(compiled.findings, strict=False):
            return
        snapshot = self.live.snapshot
        display = Display()
        compared = [one for one in outputs if whole or one.address != "sitemap.xml"]
        for output in self.draft.chance.sample(compared, 6):
            fresh, _ = render(output, compiled.graph, snapshot.settings)
            assert display.show(snapshot, output.address).content == fresh, f"{edit}: {address_of(output)}"


def address_of(output: Output) -> str:
    return output.address or "the home page"


def test_it_is_what_reading_everything_would_give() -> None:
    good = 0
    for seed in range(SEQUENCES):
        with tempfile.TemporaryDirectory() as folder:
            desk = Desk(Path(folder), seed)
            for _ in range(EDITS_EACH):
                desk.step()
            good += desk.good
    environment.cache_clear()
    assert good > SEQUENCES * EDITS_EACH / 3, "many edits leave a site that can be published"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site.golden(tmp_path)


@pytest.fixture
def live(site: Site) -> LiveSite:
    live = LiveSite(site.root, drafts=False, jobs=1)
    live.start()
    live.proofread()
    return live


def shown(live: LiveSite, address: str = PAGE) -> str:
    return Display().show(live.snapshot, address).content.decode()


def errors(live: LiveSite) -> list[str]:
    return [finding.code for finding in live.snapshot.findings]


def test_a_broken_file_stays_as_it_was_a_hundred_times(site: Site, live: LiveSite) -> None:
    whole = (site.root / FILE).read_text(encoding="utf-8")
    for number in range(100):
        before = shown(live)
        site.write(FILE, whole.replace("title:", "titel:", 1) if number % 2 else "---\ntitle: [\n---\n")
        assert live.hear([FILE])
        assert shown(live) == before
        assert "D101" in errors(live) if number % 2 else errors(live)
        site.write(FILE, f"{whole}\nSaved {number} times.\n")
        assert live.hear([FILE])
        assert f"Saved {number} times." in shown(live)
        assert not set(errors(live)) & {"D101", "D102"}
        assert not live.snapshot.reading.kept


def test_while_one_file_is_broken_the_others_go_on(site: Site, live: LiveSite) -> None:
    whole = (site.root / FILE).read_text(encoding="utf-8")
    site.write(FILE, "---\ntitle: [\n---\n")
    assert live.hear([FILE])
    other = "content/actors/town-council.md"
    text = (site.root / other).read_text(encoding="utf-8")
    site.write(other, f"{text}\nIt went on.\n")
    assert live.hear([other])
    assert "It went on." in shown(live, "actors/town-council/")
    assert "bridge" in shown(live)
    site.write(FILE, whole)
    assert live.hear([FILE])
    assert "It went on." in shown(live, "actors/town-council/")


def test_a_name_of_nobody_keeps_the_record_as_it_was(site: Site, live: LiveSite) -> None:
    before = shown(live)
    text = (site.root / FILE).read_text(encoding="utf-8")
    site.write(FILE, f"{text}\nSeen by [[nobody-at-all]].\n")
    assert live.hear([FILE])
    assert (shown(live), "D207" in errors(live)) == (before, True)
    site.write("content/actors/nobody-at-all.md", "---\nname: Nobody\nkind: other\n---\n")
    assert live.look()
    assert "Nobody" in shown(live)
    assert "D207" not in errors(live)


def test_a_record_that_others_name_stays_though_its_file_is_gone(site: Site, live: LiveSite) -> None:
    before = shown(live, "actors/river-brigade/")
    kept = (site.root / "content/actors/river-brigade.md").read_text(encoding="utf-8")
    site.delete("content/actors/river-brigade.md")
    assert live.look()
    assert live.snapshot.held
    assert "D201" in errors(live)
    assert live.proofread()
    assert shown(live, "actors/river-brigade/") == before
    site.write("content/actors/river-brigade.md", kept)
    assert live.look()
    assert live.proofread()
    assert (live.snapshot.held, errors(live).count("D201")) == (False, 0)


def test_a_start_with_a_broken_file_shows_the_rest_and_recovers(site: Site) -> None:
    whole = (site.root / FILE).read_text(encoding="utf-8")
    site.write(FILE, "---\ntitle: [\n---\n")
    live = LiveSite(site.root, drafts=False, jobs=1)
    live.start()
    assert Display().show(live.snapshot, PAGE).status in {404, 500}
    assert "<h1" in shown(live, "actors/town-council/")
    site.write(FILE, whole)
    assert live.look()
    assert "<h1" in shown(live)


def test_a_new_record_has_a_page_before_anything_is_proofread(site: Site, live: LiveSite) -> None:
    site.write(
        "content/events/new.md", "---\ntitle: Something new\ndate: 2014-08-29\nactors: [courier]\n---\n"
    )
    assert live.look()
    assert not live.snapshot.proofread
    assert "Something new" in shown(live, "events/new/")
    site.delete("content/events/new.md")
    assert live.look()
    assert Display().show(live.snapshot, "events/new/").status == 404


def test_an_edit_that_stat_data_do_not_show_at_once_is_found_later(site: Site, live: LiveSite) -> None:
    file = site.root / FILE
    text = file.read_text(encoding="utf-8")
    site.write(FILE, f"{text}\nOne way.\n")
    live.look()
    site.write(FILE, f"{text}\nTwo way.\n")  # as long, and perhaps in the same tick of the clock
    live.look()
    live.look()
    assert "Two way." in shown(live)


def test_templates_and_settings_are_followed(site: Site, live: LiveSite) -> None:
    site.write(
        "templates/event.html", "<!doctype html>\n<html>\n<head>\n</head>\n<body><p>Mine</p></body></html>\n"
    )
    assert live.look()
    assert "<p>Mine</p>" in shown(live)
    site.write("templates/event.html", "{% if %}")
    assert live.look()
    assert "cannot be shown yet" in shown(live)
    site.delete("templates/event.html")
    assert live.look()
    assert "Mine" not in shown(live)
    site.edit("content/site.yaml", "title: River towns", "title: Lake towns")
    assert live.look()
    assert "Lake towns" in shown(live)


def test_the_next_start_finds_what_this_one_read(
    site: Site, live: LiveSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.reading.reuse._parse", lambda *_: pytest.fail("it was read already"))
    again = LiveSite(site.root, drafts=False, jobs=1)
    again.start()
    assert shown(again) == shown(live)
