"""The plan: every address once, and findings that name both records where two meet (F17)."""

from __future__ import annotations

from generator.exports.file import FileOutput
from generator.plan import _findings, plan
from tests.graph.story import event, linked, page


def told(*addresses):
    """Codes and messages for outputs of these addresses."""
    outputs = [FileOutput(address=address, write=lambda _graph, _subject: b"") for address in addresses]
    return [(found.code, found.message) for found in _findings(linked(), outputs)]


def test_outputs_stand_in_the_order_of_their_addresses_each_once():
    outputs, findings = plan(linked(event("falls", sources="a", actors="isil", locations="tabqa")))
    addresses = [output.address for output in outputs]
    assert findings == ()
    assert addresses == sorted(set(addresses))
    assert {"", "404.html", "feed.xml", "robots.txt", "events/falls/", "timeline/2014/08/24/"} <= set(
        addresses
    )


def test_a_free_page_on_an_address_of_the_generator_is_found_at_its_file():
    outputs, (finding,) = plan(linked(page("timeline", "Ours")))
    assert finding.code == "D601"
    assert finding.message == "the page /timeline/ and page/timeline are both published at /timeline/"
    assert (finding.span.path, finding.record) == ("content/pages/timeline.md", "page/timeline")
    assert outputs


def test_case_and_form_do_not_make_two_addresses():
    assert [code for code, _ in told("media/Map.png", "media/map.png")] == ["D602"]
    assert [code for code, _ in told("media/caf\u00e9.png", "media/cafe\u0301.png")] == ["D602"]
    assert [code for code, _ in told("media/stra\u00dfe.png", "media/strasse.png")] == ["D602"]
    assert [code for code, _ in told("media/\uff41.png", "media/a.png")] == ["D602"]
    assert told("media/a.png", "media/b.png") == []


def test_a_file_cannot_stand_where_a_folder_must():
    ((code, message),) = told("data", "data/events.json")
    assert code == "D603"
    assert "/data is a file where" in message


def test_names_that_some_system_refuses_are_found():
    assert [code for code, _ in told("actors/con/", "actors/conrad/", f"actors/{'a' * 201}/")] == [
        "D604",
        "D604",
    ]
