"""Imports into a site that has something already: names, ids, second runs, edits by hand."""

from __future__ import annotations

import pytest

from generator.importers.near_names import near_names
from tests.importers.desk import Desk, codes, lines, paths

MAP = """\
origin: desk-sheet
id: No
fields: {title: What, date: When, topics: Topic, latitude: North, longitude: East}
places:
  - {name: =Land, kind: country}
  - {name: Province, kind: governorate}
  - {name: Place, kind: town}
actors: [Who]
"""
SHEET = """\
No,What,When,Topic,Province,Place,Who,North,East
a1,Bridge closed,2014-08-24,Air strikes,Nahr,Nahr,River Brigade,35.95,39.01
a2,Bridge opened,2014-08-25,Repairs,Nahr,Nahr,Town council; River Brigade,35.95,39.01
"""
BRIGADE = "---\nname: River Brigade\nkind: armed-group\naliases: [The Brigade of the River]\n---\n"


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path, actors__river="---\nname: River Brigade\nkind: armed-group\n---\n")


def test_every_row_becomes_a_draft_with_its_provenance(desk):
    settled = desk.take("csv", SHEET, map_=MAP)
    assert codes(settled) == []
    assert (settled.rows, settled.found_again, settled.matched) == (2, 0, 1)
    assert desk.text("events/2014/a1.md") == (
        "---\n"
        "title: Bridge closed\n"
        "date: 2014-08-24\n"
        "locations: [nahr]\n"
        "actors: [river]\n"
        "topics: [air-strikes]\n"
        "draft: true\n"
        "imported: {from: desk-sheet, id: a1}\n"
        "---\n"
    )
    assert desk.text("locations/nahr.md") == (
        "---\n"
        "name: Nahr\n"
        "kind: town\n"
        "part_of: nahr-governorate\n"
        "coordinates: [35.95, 39.01]\n"
        "draft: true\n"
        "imported: {from: desk-sheet, id: location:nahr:town:nahr}\n"
        "---\n"
    )
    assert len(desk.graph().events) == 2


def test_a_second_run_changes_nothing(desk):
    desk.take("csv", SHEET, map_=MAP)
    before = desk.files()
    again = desk.take("csv", SHEET, map_=MAP)
    assert (again.made, codes(again), again.found_again, again.differing) == ((), [], 2, 0)
    assert desk.files() == before


def test_rows_in_another_order_and_new_ones_leave_ids_as_they_are(desk):
    desk.take("csv", SHEET, map_=MAP)
    header, first, second = SHEET.splitlines()
    new = "a3,Bridge closed,2014-09-01,Repairs,Nahr,Nahr,River Brigade,35.95,39.01"
    again = desk.take("csv", f"{header}\n{new}\n{second}\n{first}", map_=MAP)
    assert paths(again) == ["content/events/2014/a3.md"]


def test_edits_by_hand_are_kept_and_told(desk):
    desk.take("csv", SHEET, map_=MAP)
    edited = (
        desk.text("events/2014/a1.md").replace("Bridge closed", "The bridge is closed") + "Our own words.\n"
    )
    desk.write("events/2014/a1.md", edited)
    again = desk.take("csv", SHEET, map_=MAP)
    assert desk.text("events/2014/a1.md") == edited
    assert (codes(again), lines(again, "D712"), again.differing) == (["D712"], [2], 1)
    (finding,) = again.findings
    assert finding.message == "content/events/2014/a1.md is kept as it is; the source has another title"


def test_a_record_that_was_moved_and_renamed_is_found_by_its_provenance(desk):
    desk.take("csv", SHEET, map_=MAP)
    text = desk.text("events/2014/a1.md")
    (desk.root / "content/events/2014/a1.md").unlink()
    desk.write("events/nahr/bridge-closed.md", text)
    assert desk.take("csv", SHEET, map_=MAP).made == ()


def test_a_draft_place_that_an_editor_put_away_does_not_come_back(desk):
    desk.take("csv", SHEET, map_=MAP)
    (desk.root / "content/locations/nahr.md").unlink()
    for event in ("a1", "a2"):
        path = f"events/2014/{event}.md"
        desk.write(path, desk.text(path).replace("[nahr]", "[nahr-governorate]"))
    again = desk.take("csv", SHEET, map_=MAP)
    assert again.made == ()
    assert set(codes(again)) == {"D712"}


def test_names_are_folded_and_aliases_count(tmp_path):
    desk = Desk(tmp_path, actors__river=BRIGADE)
    sheet = SHEET.replace("River Brigade", "the brigade of the RIVER")
    assert "content/actors/river-brigade.md" not in paths(desk.take("csv", sheet, map_=MAP))


def test_a_near_name_is_told_and_never_merged(desk):
    settled = desk.take("csv", SHEET.replace("River Brigade", "Rivers Brigade"), map_=MAP)
    assert "content/actors/rivers-brigade.md" in paths(settled)
    assert codes(settled) == ["D713"]
    assert "the site has river (River Brigade, armed-group)" in settled.findings[0].message


def test_the_map_can_say_whom_a_name_means(desk):
    settled = desk.take("csv", SHEET.replace("River Brigade", "RB"), map_=MAP + "names: {RB: river}\n")
    assert codes(settled) == []
    assert "actors: [river]" in desk.text("events/2014/a1.md")


def test_a_choice_that_the_site_does_not_have_is_told(desk):
    settled = desk.take("csv", SHEET, map_=MAP + "names: {RB: rivr}\n")
    assert codes(settled) == ["D716"]
    assert settled.findings[0].help == 'did you mean "river"?'


def test_a_name_of_two_is_left_out(tmp_path):
    desk = Desk(tmp_path, actors__one=BRIGADE, actors__two=BRIGADE)
    settled = desk.take("csv", SHEET, map_=MAP)
    assert codes(settled) == ["D714"]
    assert "actors" not in desk.text("events/2014/a1.md")
    assert "actors: [town-council]" in desk.text("events/2014/a2.md")


def test_a_place_of_the_same_name_far_away_or_of_another_rank_is_another(tmp_path):
    nahr = "---\nname: Nahr\nkind: town\npart_of: land\ncoordinates: [10.0, 10.0]\n---\n"
    land = "---\nname: Land\nkind: country\n---\n"
    settled = Desk(tmp_path, locations__far=nahr, locations__land=land).take("csv", SHEET, map_=MAP)
    assert codes(settled) == ["D713", "D713"]
    assert [made.id for made in settled.made if made.kind == "location"] == ["nahr-governorate", "nahr"]


def test_ids_that_are_taken_are_not_given_again(tmp_path):
    desk = Desk(
        tmp_path,
        events__bridge_closed="",
        **{
            "events__bridge-closed": "---\ntitle: Bridge closed\ndate: 2014\nformer_ids: [bridge-closed-2014-08-24]\n---\n"
        },
    )
    (desk.root / "content/events/bridge_closed.md").unlink()
    map_ = "fields: {title: What, date: When}\nignore: [No, Topic, Province, Place, Who, North, East]\n"
    settled = desk.take("csv", SHEET, map_=map_)
    assert [made.id for made in settled.made] == ["bridge-closed-2", "bridge-opened"]


def test_a_faulty_file_keeps_its_id(tmp_path):
    desk = Desk(tmp_path)
    desk.write("events/a1.md", "---\ntitle: [\n")
    settled = desk.dry_run("csv", SHEET, map_=MAP)
    assert [made.id for made in settled.made if made.kind == "event"] == ["a1-2014-08-24", "a2"]


def test_two_rows_of_one_id(desk):
    settled = desk.take("csv", SHEET + SHEET.splitlines()[1] + "\n", map_=MAP)
    assert lines(settled, "D711") == [4]


def test_nearness_is_found_without_comparing_all():
    index = near_names(["river brigade", "town council", "the river people", "abu bakr"])
    assert index.near("Rivr Brigade") == ["river brigade"]
    assert index.near("Council Town") == ["town council"]
    assert index.near("Nobody at all") == []


def test_what_was_imported_is_published_nowhere(desk, tmp_path):
    from generator.build import Options, build  # noqa: PLC0415

    canary = "canary-7f3a"
    desk.take(
        "csv", SHEET.replace("a1,", f"{canary},"), map_=MAP.replace("desk-sheet", canary) + "separator: ';'\n"
    )
    desk.publish()
    event = next(path for path in desk.files() if "bridge" in path or canary in path)
    text = desk.text(event.removeprefix("content/"))
    (desk.root / event).unlink()
    desk.write("events/renamed.md", text)
    built = build(Options(root=desk.root, output=tmp_path / "site", jobs=1))
    assert built.published is not None, built.findings
    for file in (tmp_path / "site").rglob("*"):
        assert not file.is_file() or canary.encode() not in file.read_bytes(), file
