"""Readers who search: any script, typing errors, filters, the keyboard alone, and those without scripts."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from generator.model.names import fold
from tests.site.reader import reading

SPELLINGS = (
    "al-Raqqa", "ar-Raqqah", "الرقة", "Deir ez-Zor", "As-Sweida", "as_ - sweida", "Al Nusra", "alnusra", "al", "al-", "El-Bab",
    "Übung Straße", "Łódź Ørsted Đilas Ærø", "İstanbul Iğdır ısı", "Ὀδυσσεύς Άρης", "ёлка Ёж всё́", "йод їжак",
    "أحمد إبراهيم آل ٱسم", "مُحَمَّد", "مؤسسة ساليتين مسئول", "الله الالماني", "ال", "كردستان کردستان", "یزد", "٢٠١٤ ۲۰۱۴",
    "שָׁלוֹם בֵּית־לֶחֶם", "Ra'qa ʿAyn ʾIssa", "ﬁne ＦＵＬＬ", "a\u200bb \u00adc", "东京 とうきょう", "x – y — z", "  ", "",
)  # fmt: skip


@pytest.fixture(scope="module")
def reader(shipped, tmp_path_factory):
    with reading(shipped.folder, tmp_path_factory.mktemp("host")) as reader:
        yield reader
        assert reader.wrong == []


def names(page):
    return page.locator('[data-section="names"] li a').all_inner_texts()


def test_raqqa_is_found_however_it_is_spelt(reader):
    page = reader.open("search/")
    for spelling in ("Rakka", "ar-Raqqah", "الرقة", "raqqa", "RAQQA", "Raqqua"):
        page.locator("#query").fill("")
        expect(page.locator("[data-section]:visible")).to_have_count(0)
        page.locator("#query").fill(spelling)
        expect(page.locator('[data-section="names"] li a').first).to_have_text("Raqqa")
    assert (
        page.locator('[data-section="names"] li a').first.get_attribute("href")
        == f"{reader.site}locations/raqqa/"
    )


def test_names_answer_before_titles_and_texts(reader):
    page = reader.open("search/?q=Kobani")
    expect(page.locator('[data-section="texts"]')).to_be_visible()
    sections = page.locator("[data-section]:visible h2").all_inner_texts()
    assert [heading.split()[0].lower() for heading in sections] == ["names", "events", "reports", "in"]
    assert names(page)[0] == "Kobani"


def test_a_typing_error_is_forgiven(reader):
    page = reader.open("search/?q=islamc%20state")
    expect(page.locator('[data-section="names"] li a').first).to_have_text("Islamic State")


def test_filters_are_kept_in_the_address(reader):
    page = reader.open("search/")
    page.locator("#query").fill("tabqa")
    page.get_by_label("Kind").select_option("Events")
    page.get_by_label("Month").select_option("August 2014")
    page.wait_for_url("**/search/?q=tabqa&kind=event&month=24175")
    found = page.locator("[data-status]").inner_text()
    page.reload()
    expect(page.locator("[data-status]")).to_have_text(found)
    assert page.get_by_label("Month").locator("option:checked").inner_text() == "August 2014"
    assert page.locator("[data-section]:visible").count() == 1


def test_a_place_finds_what_happened_in_its_parts(reader):
    page = reader.open("search/?q=air%20base&place=raqqa-governorate&kind=event")
    expect(page.locator('[data-section="events"]')).to_contain_text("Islamic State captures Tabqa air base")


def test_the_keyboard_alone(reader):
    page = reader.open("events/tabqa-falls-2014-08-24/")
    page.get_by_role("searchbox").press_sequentially("walid al-moalem")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=walid+al-moalem")
    expect(page.locator('[data-section="names"] li a').first).to_have_text("Walid al-Moallem")
    page.locator("#query").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator('[data-section="names"] li a').first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#query")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/actors/walid-al-moallem/")


def test_names_answer_in_the_box_of_any_page(reader):
    page = reader.open("about/")
    box = page.get_by_role("searchbox")
    names = page.get_by_role("list", name="Search").get_by_role("link")
    for spelling, name in (("assad", "Bashar al-Assad"), ("الرقة", "Raqqa"), ("mowalem", "Walid al-Moallem")):
        box.fill(spelling)
        expect(names.filter(has_text=name).first).to_be_visible()
    box.fill("rakka")
    expect(names.first).to_contain_text("Raqqa")
    page.keyboard.press("ArrowDown")
    expect(names.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(names).to_have_count(0)
    expect(box).to_be_focused()
    box.fill("raqqa")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/locations/raqqa/")


def test_nothing_found_is_said_and_leads_on(reader):
    page = reader.open("search/?q=zzzzqqqq")
    expect(page.locator("[data-status]")).to_contain_text("Nothing is found for “zzzzqqqq”")
    expect(page.get_by_role("link", name="Places", exact=True).last).to_be_visible()


def test_what_is_asked_for_is_never_read_as_html(reader):
    page = reader.open("search/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(page.locator("[data-status]")).to_contain_text("<img")
    assert page.locator("main img").count() == 0


def test_without_scripts_the_lists_are_named(reader):
    with reader.without_scripts("search/?q=raqqa") as page:
        expect(page.locator("form.search")).to_be_hidden()
        expect(page.get_by_text("needs scripts")).to_be_visible()
        page.locator(".search-lists").get_by_role("link", name="Actors").click()
        assert page.url == f"{reader.site}actors/"


def test_names_are_folded_as_the_generator_folds_them(reader, shipped):
    text = shipped.files["search/names.js"].decode().partition(",")[2].removesuffix(");\n")
    told = json.loads(text)
    written = [name for kind in ("actor", "location") for row in told[kind] for name in (row[1], *row[2])]
    texts = [*SPELLINGS, *written]
    page = reader.open("search/")
    folded = page.evaluate("texts => texts.map(dateline.fold)", texts)
    assert dict(zip(texts, folded, strict=True)) == {text: fold(text) for text in texts}
