"""Wikidata and GeoNames: ids kept, points told as exactly as they are known, what the site has never overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.importers.geonames import COLUMNS, GEONAMES
from generator.importers.importer import Source
from generator.importers.place_precision import precision_of
from generator.importers.wikidata import WIKIDATA
from generator.importers.wikidata_kinds import kind_of_class
from generator.model.records import ACTOR_KINDS, LOCATION_KINDS
from tests.importers.foreign_site import codes, site, texts

HEADING = "item,itemLabel,itemAltLabel,instanceOfLabel,coord,geonames,born,bornPrecision,inception,label_ar"
ITEM = "http://www.wikidata.org/entity/Q"


def table(*rows: str, heading: str = HEADING) -> Source:
    return Source(name="query.csv", raw="\n".join((heading, *rows, "")).encode())


def place(number: int, name: str, code: str = "P PPL", **given: str) -> str:
    """One line of an invented dump."""
    kind, _, feature = code.partition(" ")
    cells = dict.fromkeys(COLUMNS, "")
    cells |= {"geonameid": str(number), "name": name, "asciiname": name, "feature class": kind}
    cells |= {"feature code": feature, "latitude": "34.51234", "longitude": "40.53219", "country code": "IV"}
    return "\t".join((cells | {key.replace("_", " "): value for key, value in given.items()}).values())


def dump(*lines: str) -> Source:
    return Source(name="IV.txt", raw="\n".join((*lines, "")).encode())


def test_a_place_of_wikidata(tmp_path: Path) -> None:
    row = f'{ITEM}900000001,Inventia,"Inventya, inventia",town,Point(39.0123 35.9512),123456,,,,إنفنتيا'
    settled = site(tmp_path).bring_in(WIKIDATA, table(row))
    assert codes(settled) == []
    assert settled.made[0].file.path == "content/locations/inventia.md"
    assert settled.made[0].file.text == (
        "---\n"
        "name: Inventia\n"
        "kind: town\n"
        "coordinates: [35.9512, 39.0123]\n"
        "precision: town\n"
        "names: {ar: إنفنتيا}\n"
        "aliases: [Inventya]\n"
        'geonames: "123456"\n'
        "wikidata: Q900000001\n"
        "draft: true\n"
        "imported: {from: wikidata, id: Q900000001}\n"
        "---\n"
    ).replace('"123456"', "123456")


@pytest.mark.parametrize(
    ("time", "precision", "born", "code"),
    [
        ("1960-01-01T00:00:00Z", "", "1960", "D709"),
        ("1960-01-01T00:00:00Z", "9", "1960", None),
        ("1960-01-01T00:00:00Z", "11", "1960-01-01", None),
        ("1960-05-01T00:00:00Z", "10", "1960-05", None),
        ("1960-05-17T00:00:00Z", "", "1960-05-17", None),
        ("http://www.wikidata.org/.well-known/genid/0", "", None, "D707"),
    ],
)
def test_a_person_and_the_precision_of_its_dates(
    tmp_path: Path, time: str, precision: str, born: str | None, code: str | None
) -> None:
    settled = site(tmp_path).bring_in(
        WIKIDATA, table(f"wd:Q900000002,Ann Example,,human,,,{time},{precision},,")
    )
    assert ("born: " in texts(settled)) == (born is not None)
    assert born is None or f"\nborn: {born}\n" in texts(settled)
    assert "kind: person\n" in texts(settled)
    assert [found for _, found in codes(settled)] == ([code] if code else [])


def test_every_row_of_wikidata_is_a_record_or_a_finding(tmp_path: Path) -> None:
    settled = site(tmp_path).bring_in(
        WIKIDATA,
        table(
            f"{ITEM}900000001,Inventia,,town,Point(39 35),,,,,",
            f"{ITEM}900000001,Inventia,,city,Point(39 35),,,,,",
            f"{ITEM}900000003,Q900000003,,human,,,,,,",
            "not an item,X,,human,,,,,,",
            f"{ITEM}900000004,No kind,,,,,,,,",
            f"{ITEM}900000005,Odd place,,unheard of thing,Point(39.1234 35.1234),,,,,",
            f"{ITEM}900000006,Bad point,,town,35.1 39.1,,,,,",
            f"{ITEM}900000007,Long,,human,,,,,,,extra",
        ),
    )
    assert settled.rows == 8
    assert [made.id for made in settled.made] == ["inventia", "odd-place", "bad-point"]
    assert codes(settled) == [
        (3, "D718"),
        (4, "D706"),
        (5, "D706"),
        (6, "D706"),
        (7, "D721"),
        (8, "D716"),
        (9, "D719"),
    ]
    assert "name: Odd place\nkind: site\ncoordinates: [35.1234, 39.1234]\nprecision: district\n" in texts(
        settled
    )


def test_columns_that_go_into_no_record_are_told(tmp_path: Path) -> None:
    settled = site(tmp_path).bring_in(WIKIDATA, table("wd:Q900000002,A,9", heading="person,personLabel,flag"))
    assert [code for _, code in codes(settled)] == ["D705", "D706"]


@pytest.mark.parametrize(
    "raw", [b"", b"\0\0", b"a,b\n1,2\n", b'item,itemLabel\nQ1,"never closed', b"\xff\xfe\x00"]
)
def test_what_is_no_result_of_a_query_is_a_finding(tmp_path: Path, raw: bytes) -> None:
    settled = site(tmp_path).bring_in(WIKIDATA, Source(name="q.csv", raw=raw))
    assert settled.made == ()
    assert "D701" in [code for _, code in codes(settled)]


def test_formulas_and_markup_in_labels_stay_text(tmp_path: Path) -> None:
    into = site(tmp_path)
    into.bring_in(
        WIKIDATA,
        table('wd:Q900000001,"=HYPERLINK(""x"")","<script>alert(1)</script>, +1",town,Point(39 35),,,,,'),
    )
    made = into.graph().location("hyperlink-x")
    assert made.name == '=HYPERLINK("x")'
    assert "<script>alert(1)</script>" in made.aliases


def test_what_the_site_has_is_offered_and_kept(tmp_path: Path) -> None:
    into = site(tmp_path)
    into.add("locations/by-id.md", "---\nname: Called otherwise\nkind: region\nwikidata: Q900000001\n---\n")
    into.add("locations/by-name.md", "---\nname: Al-Inventia\nkind: region\n---\n")
    into.add("locations/other-id.md", "---\nname: Bridgetown\nkind: region\nwikidata: Q900000099\n---\n")
    into.add("actors/one.md", "---\nname: Ann Example\n---\n")
    into.add("actors/two.md", "---\nname: Ann Example\n---\n")
    before = into.files()
    settled = into.bring_in(
        WIKIDATA,
        table(
            "wd:Q900000001,Inventia,,region,Point(39 35),77,,,,",
            "wd:Q900000002,Inventia,,region,Point(39.5 35.5),78,,,,",
            "wd:Q900000003,Bridgetown,,region,Point(39 35),,,,,",
            "wd:Q900000004,Ann Example,,human,,,,,,",
            "wd:Q900000005,Bo Exampel,,human,,,,,,",
            "wd:Q900000006,Bo Example,,human,,,,,,",
        ),
    )
    assert codes(settled)[:4] == [(2, "D720"), (3, "D720"), (4, "D713"), (5, "D714")]
    offers = [finding.message for finding in settled.findings if finding.code == "D720"]
    assert "geonames: 77" in offers[0]
    assert "wikidata" not in offers[0]
    assert "wikidata: Q900000002; geonames: 78; coordinates: [35.5, 39.5]" in offers[1]
    assert [made.id for made in settled.made] == ["bridgetown", "bo-exampel", "bo-example"]
    assert {path: text for path, text in into.files().items() if path in before} == before


def test_a_second_import_of_wikidata_changes_nothing(tmp_path: Path) -> None:
    into = site(tmp_path)
    rows = table(
        "wd:Q900000001,Inventia,,town,Point(39 35),77,,,,",
        "wd:Q900000002,Inventia,,town,Point(49 35),78,,,,",
        "wd:Q900000003,Ann,,human,,,1960-01-01T00:00:00Z,9,,",
    )
    assert [made.id for made in into.bring_in(WIKIDATA, rows).made] == [
        "inventia",
        "inventia-q900000002",
        "ann",
    ]
    before = into.files()
    again = into.bring_in(WIKIDATA, rows)
    assert (again.made, again.found_again, again.differing) == ((), 3, 0)
    assert into.files() == before


def test_places_of_geonames_lie_within_each_other(tmp_path: Path) -> None:
    settled = site(tmp_path).bring_in(
        GEONAMES,
        dump(
            place(
                5,
                "Inventia",
                admin1_code="01",
                admin2_code="7",
                alternatenames="Inventya,IVT,https://x.example,إنفنتيا",
            ),
            place(1, "Invented Republic", "A PCLI", latitude="34", longitude="40", admin1_code="00"),
            place(2, "East Province", "A ADM1", latitude="34.5", longitude="40.5", admin1_code="01"),
            place(3, "Far Province", "A ADM1", admin1_code="02"),
            place(4, "Bridge District", "A ADM2", admin1_code="01", admin2_code="7"),
            place(6, "Hill Base", "S MILB", admin1_code="02"),
            place(7, "Old Road", "R RD"),
        ),
    )
    assert codes(settled) == []
    into = site(tmp_path)
    parts = {one.id: (one.part_of, one.kind, one.precision) for one in into.graph().locations}
    assert parts == {
        "inventia": ("bridge-district", "town", "town"),
        "invented-republic": ("", "country", "country"),
        "east-province": ("invented-republic", "governorate", "governorate"),
        "far-province": ("invented-republic", "governorate", "governorate"),
        "bridge-district": ("east-province", "district", "district"),
        "hill-base": ("far-province", "base", "site"),
        "old-road": ("invented-republic", "site", "site"),
    }
    town = into.graph().location("inventia")
    assert (town.geonames, town.aliases) == ("5", ("Inventya", "إنفنتيا"))
    assert town.imported is not None
    assert (town.imported.origin, town.imported.id) == ("geonames", "5")


def test_every_row_of_geonames_is_a_record_or_a_finding(tmp_path: Path) -> None:
    settled = site(tmp_path).bring_in(
        GEONAMES,
        dump(
            place(1, "Alone", admin1_code="09", country_code="ZZ"),
            "two\tcells",
            place(2, "", "P PPL"),
            place(0, "No id"),
            place(3, "Nowhere", "A PCLI", latitude="x"),
            place(4, "Odd", "A ZZZZ", country_code=""),
            place(5, "Of the past", "A PCLH", country_code=""),
            place(
                6,
                "Many",
                "A PCLI",
                alternatenames=",".join(f"Name {n}" for n in range(40)),
                country_code="XX",
            ),
            place(1, "Alone again", "A PCLI"),
        ),
    )
    assert settled.rows == 9
    assert [made.id for made in settled.made] == ["alone", "nowhere", "odd", "of-the-past", "many"]
    assert codes(settled) == [
        (1, "D721"),
        (2, "D719"),
        (3, "D706"),
        (4, "D706"),
        (5, "D716"),
        (6, "D721"),
        (7, "D721"),
        (8, "D721"),
        (9, "D711"),
    ]


def test_a_second_import_of_geonames_changes_nothing(tmp_path: Path) -> None:
    into = site(tmp_path)
    lines = dump(
        place(5, "Inventia", admin1_code="01"),
        place(2, "East Province", "A ADM1", admin1_code="01"),
        place(6, "Inventia", admin1_code="01", latitude="36.1"),
        place(1, "Invented Republic", "A PCLI"),
    )
    into.bring_in(GEONAMES, lines)
    before = into.files()
    again = into.bring_in(GEONAMES, lines)
    assert (again.made, again.found_again, again.differing) == ((), 4, 0)
    assert into.files() == before


def test_a_place_of_the_site_holds_what_is_imported(tmp_path: Path) -> None:
    into = site(tmp_path)
    into.add("locations/east.md", "---\nname: East\nkind: governorate\npart_of: land\ngeonames: '2'\n---\n")
    into.add("locations/land.md", "---\nname: Land\nkind: country\n---\n")
    settled = into.bring_in(
        GEONAMES,
        dump(place(2, "East Province", "A ADM1", admin1_code="01"), place(5, "Inventia", admin1_code="01")),
    )
    assert "part_of: east\n" in texts(settled)
    assert (1, "D720") in codes(settled)


@pytest.mark.parametrize(
    ("kind", "latitude", "longitude", "precision"),
    [
        ("site", "34.51234", "40.53219", "site"),
        ("site", "34.51", "40.53", "town"),
        ("site", "34.5", "40.5", "district"),
        ("site", "34", "40", "governorate"),
        ("site", "34.51667", "40.53333", "town"),  # 34° 31′, 40° 32′
        ("town", "34.51234", "40.53219", "town"),
        ("town", "34.0", "40.0", "governorate"),
        ("governorate", "34.51234", "40.53219", "governorate"),
        ("country", "34", "40", "country"),
        ("river", "34.51234", "40.53219", "governorate"),
    ],
)
def test_no_point_is_more_exact_than_its_place_or_its_digits(
    kind: str, latitude: str, longitude: str, precision: str
) -> None:
    assert precision_of(kind, latitude, longitude) == precision  # type: ignore[arg-type]


def test_classes_have_kinds_of_the_content_model() -> None:
    assert kind_of_class("Human") == "person"
    assert kind_of_class("sovereign state") == "country"
    assert kind_of_class("poem") == ""
    for label in ("human", "town", "newspaper", "air base", "lake"):
        assert kind_of_class(label) in (*ACTOR_KINDS, *LOCATION_KINDS)
