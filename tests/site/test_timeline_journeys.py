"""Readers at the time axis: keys, wheel and fingers move it, filters stay in the address, the list says the same."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.site.reader import reading


@pytest.fixture(scope="module")
def reader(shipped, tmp_path_factory):
    with reading(shipped.folder, tmp_path_factory.mktemp("host")) as reader:
        reader.page.emulate_media(reduced_motion="reduce")
        yield reader
        assert reader.wrong == []


def shown(page):
    """`29 of 100 events, …` as numbers."""
    words = page.locator("p[data-shown]").inner_text().split()
    return int(words[0]), int(words[2])


def cards(page):
    return page.locator("[data-list] .card-title").all_inner_texts()


def opened(reader, query=""):
    page = reader.open(f"timeline/{query}")
    expect(page.locator("[data-list] .card").first).to_be_visible()
    return page


def test_list_and_axis_say_the_same(reader):
    page = opened(reader, "?from=2014-08-15&to=2014-08-29")
    assert shown(page)[0] == len(cards(page)) < 100
    assert "Islamic State captures Tabqa air base" in cards(page)
    assert "ISIL captures Mosul" not in cards(page)
    expect(page.locator("[data-written]")).to_be_hidden()


def test_the_keyboard_moves_the_axis(reader):
    page = opened(reader, "?from=2014-08-15&to=2014-08-29")
    before = shown(page)[0]
    page.locator("[data-axis]").focus()
    page.keyboard.press("+")
    page.wait_for_url(lambda url: "from=2014-08-15" not in url)
    assert shown(page)[0] < before
    closer = page.url
    page.keyboard.press("ArrowRight")
    page.wait_for_url(lambda url: url != closer)
    page.keyboard.press("0")
    expect(page.locator("p[data-shown]")).to_contain_text("100 of 100")


def test_buttons_do_what_keys_do(reader):
    page = opened(reader)
    page.get_by_role("button", name="All", exact=True).click()
    expect(page.locator("p[data-shown]")).to_contain_text("100 of 100")
    page.get_by_role("button", name="Closer").click()
    expect(page.locator("p[data-shown]")).not_to_contain_text("100 of 100")


def test_filters_stay_in_the_address(reader):
    page = opened(reader)
    page.locator("[name=place]").select_option("Tabqa air base")
    page.locator("[name=grade]").select_option("Reported")
    page.locator(".axis-filters [name=q]").fill("aircraft")
    page.wait_for_url("**/timeline/?q=aircraft&place=tabqa-airbase&grade=reported")
    found = cards(page)
    assert found == ["Syrian aircraft reported to have bombed Tabqa after its loss"]
    page.reload()
    expect(page.locator("[data-list] .card")).to_have_count(1)
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("[data-list] .card")).not_to_have_count(1)


def test_a_place_holds_what_happened_in_its_parts(reader):
    page = opened(reader, "?place=raqqa-governorate")
    assert "Islamic State captures Tabqa air base" in cards(page)


def test_the_wheel_zooms_where_it_is_turned_with_control(reader):
    page = opened(reader, "?from=2014-08-15&to=2014-08-29")
    before = shown(page)[0]
    page.locator("[data-axis]").hover()
    page.keyboard.down("Control")
    page.mouse.wheel(0, -120)
    page.keyboard.up("Control")
    page.wait_for_url(lambda url: "from=2014-08-15" not in url)
    assert shown(page)[0] < before


def test_dragging_moves_and_a_dot_leads_into_the_list(reader):
    page = opened(reader, "?from=2014-08-15&to=2014-08-29")
    box = page.locator("[data-axis]").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + 60
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 120, y, steps=3)
    page.mouse.up()
    page.wait_for_url(lambda url: "from=2014-08-15" not in url)
    spot = page.evaluate("""() => {
        const axis = window.dateline.shownAxis;
        const spot = axis.drawing.spots.find(({ events }) => events.length === 1);
        return [spot.x0 + 6, spot.y0 + 6, spot.events[0].title];
    }""")
    page.mouse.click(box["x"] + spot[0], box["y"] + spot[1])
    expect(page.locator("[data-list] .card-title:focus")).to_have_text(spot[2])


def test_two_fingers_zoom(reader):
    page = opened(reader, "?from=2014-08-01&to=2014-08-30")
    page.evaluate("""() => {
        const view = document.querySelector("[data-axis]");
        const { left, top } = view.getBoundingClientRect();
        const send = (type, pointerId, x) => view.dispatchEvent(new PointerEvent(type, {
            pointerId, pointerType: "touch", clientX: left + x, clientY: top + 80, button: 0, bubbles: true }));
        view.setPointerCapture = () => {};
        send("pointerdown", 11, 300); send("pointerdown", 12, 400);
        send("pointermove", 12, 500); send("pointermove", 11, 200);
        send("pointerup", 11, 200); send("pointerup", 12, 500);
    }""")
    page.wait_for_url(lambda url: "from=2014-08-01" not in url)
    assert page.evaluate("dateline.shownAxis.to - dateline.shownAxis.from") == pytest.approx(10, abs=1)


def test_lanes_hold_every_event_of_the_list(reader):
    page = opened(reader, "?lanes=actor")
    lanes = page.evaluate("dateline.shownAxis.lanes.map(({ label, events }) => [label, events.length])")
    assert lanes[0][0] == "Islamic State"
    assert lanes[-1][0] == "Others"
    ids = page.evaluate(
        "new Set(dateline.shownAxis.lanes.flatMap(({ events }) => events.map(({ id }) => id))).size"
    )
    assert ids == 100


def test_no_mark_is_lost_in_a_crowd(reader):
    page = opened(reader)
    counts = page.evaluate("""() => {
        const events = Array.from({ length: 10000 }, (_, at) => ({ at: at / 7, rank: at % 50 ? 1 : 0 }));
        return [0.01, 0.5, 40].map((scale) => {
            const seen = dateline.axis.marks(events, 0, 1100 / scale, scale, 15);
            const within = events.filter(({ at }) => at <= 1100 / scale + 15 / scale).length;
            return [seen.reduce((sum, { events }) => sum + events.length, 0) === within, seen.length < 80];
        });
    }""")
    assert counts == [[True, True]] * 3


def test_ticks_are_the_calendars(reader):
    page = opened(reader)
    words = page.evaluate("""() => {
        const { readDay, writeDay } = dateline.days;
        const ticks = (from, to, room) => dateline.axis.ticks(readDay(from), readDay(to), room).drawn.map(({ day }) => writeDay(day));
        return [ticks("2014-01-30", "2014-02-02", 1), ticks("2014-08-20", "2014-09-05", 5), ticks("2013-11-15", "2014-02-15", 20), ticks("2011-05-01", "2014-05-01", 300)];
    }""")
    assert words == [
        ["2014-01-30", "2014-01-31", "2014-02-01", "2014-02-02"],
        ["2014-08-25", "2014-09-01"],
        ["2013-12-01", "2014-01-01", "2014-02-01"],
        ["2012-01-01", "2013-01-01", "2014-01-01"],
    ]


def test_without_scripts_the_written_list_and_the_months_say_it(reader):
    with reader.without_scripts("timeline/") as page:
        expect(page.locator("[data-timeline]")).to_be_hidden()
        assert page.locator("[data-written] .card-title").count() == 100
        page.get_by_role("link", name="Aug 34").click()
        assert page.url == f"{reader.site}timeline/2014/08/"
