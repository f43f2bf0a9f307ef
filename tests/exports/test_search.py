"""The files that a search reads: every name there is, and texts in files that an edit leaves alone but for one."""

from __future__ import annotations

import json

import pytest

from generator.exports import search_texts
from generator.exports.script_file import script_file
from tests.site.model_site import Site

EVENT = "---\ntitle: Bridge closed\ndate: 2014-08-24\nsources: [wire-bridge]\n{more}---\n{body}\n"


def received(files, address):
    """The value that a file hands over."""
    text = files[address].decode()
    opening, _, rest = text.partition(",")
    assert opening == f'dateline.arrived("{address}"'
    return json.loads(rest.removesuffix(");\n"))


@pytest.fixture
def site(tmp_path):
    return Site.golden(tmp_path)


def publish(site):
    assert site.build().published is not None
    return site.published().files


def test_every_name_of_an_actor_and_a_place_is_there(site):
    site.write(
        "content/locations/raqqa.md",
        "---\nname: Raqqa\nkind: city\nnames: {ar: الرقة}\naliases: [Rakka]\n"
        "former_names: [{name: Callinicum, until: 0639}]\n---\n",
    )
    names = received(publish(site), "search/names.js")
    rows = {row[0]: row for row in names["location"]}
    assert rows["raqqa"] == ["raqqa", "Raqqa", ["Rakka", "الرقة", "Callinicum"], "city", -1]


def test_a_place_knows_what_it_is_part_of(site):
    site.write("content/locations/land.md", "---\nname: Land\nkind: country\n---\n")
    site.write("content/locations/raqqa.md", "---\nname: Raqqa\nkind: city\npart_of: land\n---\n")
    places = received(publish(site), "search/names.js")["location"]
    assert places[next(row for row in places if row[0] == "raqqa")[4]][0] == "land"


def test_titles_say_when_who_and_where(site):
    site.write("content/actors/aid.md", "---\nname: Aid\nkind: ngo\n---\n")
    site.write("content/locations/raqqa.md", "---\nname: Raqqa\nkind: city\n---\n")
    site.write(
        "content/events/shut.md",
        EVENT.format(more="actors: [aid]\nlocations: [raqqa]\nstatus: reported\n", body=""),
    )
    files = publish(site)
    titles, names = received(files, "search/titles.js"), received(files, "search/names.js")
    shut = next(row for row in titles["event"] if row[0] == "shut")
    assert shut[1:5] == ["Bridge closed", [], "24 Aug 2014", 2014 * 12 + 7]
    assert [names["actor"][place][0] for place in shut[5]] == ["aid"]
    assert [names["location"][place][0] for place in shut[6]] == ["raqqa"]
    assert shut[7] == "Reported"
    assert [2014 * 12 + 7, "August 2014"] in titles["months"]


def test_texts_hold_what_is_written_in_plain_words(site):
    site.write(
        "content/events/shut.md",
        EVENT.format(
            more="summary: The *old* bridge.\nnotes: not for print\n", body="It **stayed** shut & dark."
        ),
    )
    assert received(publish(site), "search/texts-1.js")["events/shut/"] == (
        "The old bridge. It stayed shut & dark."
    )


def test_an_edited_body_makes_one_file_again(site, monkeypatch):
    monkeypatch.setattr(search_texts, "SHELF", 2)
    site.write("content/events/shut.md", EVENT.format(more="", body="It was shut."))
    before = publish(site)
    site.write("content/events/shut.md", EVENT.format(more="", body="It was closed."))
    built = site.build()
    after = site.published().files
    changed = {path for path in after if path.startswith("search/") and before.get(path) != after[path]}
    assert len(changed) == 1
    assert len(received(before, "search/names.js")["texts"]) > 2
    assert built.published is not None


def test_every_record_with_a_text_is_in_one_file(site, monkeypatch):
    monkeypatch.setattr(search_texts, "SHELF", 2)
    apart = publish(site)
    addresses = received(apart, "search/names.js")["texts"]
    told = [address for file in addresses for address in received(apart, file)]
    monkeypatch.setattr(search_texts, "SHELF", 512)
    together = received(publish(site), "search/texts-1.js")
    assert sorted(told) == sorted(together)


def test_a_value_cannot_leave_its_file():
    text = script_file("a.js", {"a": '");alert(1)//\n</script>'})
    assert text.decode().splitlines() == [
        'dateline.arrived("a.js",{',
        '"a":"\\");alert(1)//\\n</script>"',
        "});",
    ]
