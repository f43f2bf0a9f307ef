"""SARIF logs against the standard's object model, and what they say."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic_sarif import model

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.diagnostics.renderers.sarif import render
from generator.diagnostics.renderers.sarif_place import uri
from generator.diagnostics.style import PLAIN
from tests.diagnostics.samples import ACTOR, EARLY, LONE, NOWHERE, TABLE, UNKNOWN_ACTOR, lines
from tests.diagnostics.sarif_rules import faults

ODD = Diagnostic(
    "D201",
    "{0} [click](https://evil.example) \x1b\ud800\n",
    Span("content/caf\udce9 #1?.md", 4, 3, 2),
    help="{",
    record="event/x\udce9",
    related=(Span("a:b.md"), Span("")),
)
EVERYTHING = (ACTOR, EARLY, LONE, NOWHERE, ODD)


def log(*findings: Diagnostic) -> Any:
    return json.loads(render(findings, lines, PLAIN, TABLE))


def result(finding: Diagnostic) -> Any:
    return log(finding)["runs"][0]["results"][0]


@pytest.mark.parametrize("findings", [(), (ACTOR,), (LONE, ACTOR), EVERYTHING])
def test_the_structure_is_valid(findings: tuple[Diagnostic, ...]) -> None:
    assert faults(log(*findings)) == []


@pytest.mark.parametrize("findings", [(), (ACTOR,), (LONE, ACTOR), EVERYTHING])
def test_the_standard_schema_accepts_it(findings: tuple[Diagnostic, ...]) -> None:
    """`pydantic-sarif` is the published JSON Schema, generated into types that forbid unknown properties."""
    model.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate(log(*findings))


def test_the_checker_sees_faults() -> None:
    broken = log(ACTOR)
    broken["version"] = "2.0.0"
    broken["runs"][0]["results"][0]["ruleIndex"] = 1
    broken["runs"][0]["results"][0]["level"] = "info"
    assert faults(broken) == ["version", "result 0: ruleIndex", "result 0: level"]


def test_a_whole_log() -> None:
    assert log(ACTOR) == {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "Dateline",
                        "rules": [
                            {
                                "id": "D201",
                                "name": "unknown-actor",
                                "shortDescription": {"text": UNKNOWN_ACTOR.what},
                                "fullDescription": {"text": f"{UNKNOWN_ACTOR.what} {UNKNOWN_ACTOR.why}"},
                                "help": {
                                    "text": "A field names an actor that no file describes.\n\n"
                                    "A link to nobody would be published.\n\n"
                                    "Not this:\nactors: [islamic-stat]\n\n"
                                    "But this:\nactors: [islamic-state]"
                                },
                                "defaultConfiguration": {"level": "error"},
                            }
                        ],
                    }
                },
                "columnKind": "utf16CodeUnits",
                "results": [
                    {
                        "ruleId": "D201",
                        "ruleIndex": 0,
                        "level": "error",
                        "message": {
                            "text": 'no actor is called "islamic-stat"\n'
                            'did you mean "islamic-state" (content/actors/islamic-state.md)?'
                        },
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": {
                                        "uri": "content/events/tabqa-falls.md",
                                        "uriBaseId": "%SRCROOT%",
                                    },
                                    "region": {"startLine": 7, "startColumn": 12, "endColumn": 24},
                                }
                            }
                        ],
                        "properties": {"record": "event/tabqa-falls"},
                    }
                ],
            }
        ],
    }


def test_levels() -> None:
    assert [found["level"] for found in log(ACTOR, EARLY, LONE)["runs"][0]["results"]] == [
        "error",
        "warning",
        "note",
    ]


def test_rules_are_those_that_occur_in_order_and_results_point_at_them() -> None:
    run = log(LONE, ACTOR, LONE)["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["D201", "D310"]
    assert [found["ruleIndex"] for found in run["results"]] == [1, 0, 1]


def test_columns_are_utf_16_code_units() -> None:
    finding = Diagnostic("D201", "x", Span("a.md", 1, 3, 2))
    text = render((finding,), lambda _path, _line: "🚒b👩d", PLAIN, TABLE)
    region = json.loads(text)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 4, "endColumn": 7}


def test_a_whole_file_has_no_region_and_a_whole_line_no_columns() -> None:
    assert "region" not in result(LONE)["locations"][0]["physicalLocation"]
    whole_line = result(Diagnostic("D201", "x", Span("a.md", 3)))
    assert whole_line["locations"][0]["physicalLocation"]["region"] == {"startLine": 3}


def test_what_stands_in_no_file_has_no_location() -> None:
    assert result(NOWHERE)["locations"] == []


def test_related_places() -> None:
    (place,) = result(EARLY)["relatedLocations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "content/articles/a1.md"


def test_braces_and_links_in_a_message_mean_nothing() -> None:
    assert result(ODD)["message"] == {
        "text": "{{0}} [click] (https://evil.example) \\x1b\\ud800\\n\n{{",
    }


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("content/events/a b.md", "content/events/a%20b.md"),
        ("content/الرقة.md", "content/%D8%A7%D9%84%D8%B1%D9%82%D8%A9.md"),
        ("caf\udce9.md", "caf%E9.md"),
        ("half\ud800.md", "half%EF%BF%BD.md"),
        ("a:b#c?.md", "a%3Ab%23c%3F.md"),
    ],
)
def test_uris(path: str, expected: str) -> None:
    assert uri(path) == expected
