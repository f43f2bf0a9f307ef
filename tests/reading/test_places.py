"""Where fields stand: paths, keys, short forms, entries left out, mentions in folded text."""

from __future__ import annotations

from generator.model.parsed import Parsed
from generator.reading.parse import parse_bytes
from generator.reading.source_file import SourceFile

EVENT = SourceFile("content/events/tabqa.md", "event", "tabqa")


def parsed(front_matter: str, file: SourceFile = EVENT) -> Parsed:
    result = parse_bytes(f"---\n{front_matter}---\n".encode(), file).parsed
    assert isinstance(result, Parsed)
    return result


def test_values_and_keys():
    places = parsed("title: 'Tabqa'\ndate: 2014-08-24   # Sunday\nclaims:\n- measure: killed\n").places
    assert places["title"] == (2, 8, 7)
    assert places["key:title"] == (2, 1, 5)
    assert places["date"] == (3, 7, 10)
    assert places["claims"] == (5, 1, 17)


def test_columns_count_characters_not_bytes():
    actor = SourceFile("content/actors/a.md", "actor", "a")
    places = parsed("name: A\nnames: {ar: الطبقة, tr: 🜁x}\n", actor).places
    assert places["names.ar"] == (3, 13, 6)
    assert places["names.tr"] == (3, 25, 2)


def test_each_way_to_write_a_participation_has_the_same_paths():
    result = parsed(
        "title: T\ndate: 2014\nactors:\n  - isil: attacker\n  - sohr\n  - {actor: army, role: defender}\n"
    )
    assert [(part.actor, part.role) for part in result.record.actors] == [
        ("isil", "attacker"),
        ("sohr", "participant"),
        ("army", "defender"),
    ]
    assert result.places["actors.0.actor"] == (5, 5, 4)
    assert result.places["actors.0.role"] == (5, 11, 8)
    assert result.places["actors.1.actor"] == (6, 5, 4)
    assert result.places["actors.2.role"] == (7, 25, 8)


def test_one_value_is_a_list_of_one():
    result = parsed("title: T\ndate: 2014\nlocations: raqqa\n")
    assert result.record.locations == ("raqqa",)
    assert result.places["locations.0"] == (4, 12, 5)


def test_a_field_stands_under_its_key_and_its_attribute():
    actor = SourceFile("content/actors/a.md", "actor", "a")
    places = parsed("name: A\nroles: [{in: syria, as: Minister}]\n", actor).places
    assert places["roles.0.in"] == places["roles.0.body"] == (3, 14, 5)


def test_a_faulty_entry_is_left_out_and_the_next_one_takes_its_place():
    result = parsed("title: T\ndate: 2014\nsources:\n  - {article: A B, quote: x}\n  - sohr\n")
    assert [citation.article for citation in result.record.sources] == ["sohr"]
    assert result.places["sources.0"] == result.places["sources.0.article"] == (6, 5, 4)
    assert "sources.0.quote" not in result.places


def test_mentions_of_a_summary_stand_where_they_are_written():
    summaries = {
        "summary: It fell to [[isil]].\n": [(4, 21, 8)],
        "summary: 'Assad''s army lost to [[isil|them]].'\n": [(4, 33, 13)],
        "summary: >\n  It fell\n  to [[isil]] and\n  [[ sohr ]].\n": [(6, 6, 8), (7, 3, 10)],
        'summary: "\\u0041 [[isil]] [[isil]]"\n': [(4, 18, 8), (4, 27, 8)],
    }
    for summary, expected in summaries.items():
        record = parsed(f"title: T\ndate: 2014\n{summary}").record
        assert [(m.line, m.column, m.length) for m in record.summary.mentions] == expected


def test_the_body_begins_on_its_line():
    raw = b"---\r\ntitle: T\r\ndate: 2014\r\n---\r\n\r\nIt fell to [[isil]].\r\n"
    result = parse_bytes(raw, EVENT).parsed
    assert isinstance(result, Parsed)
    assert (result.body.mentions[0].line, result.body.mentions[0].column) == (6, 12)
