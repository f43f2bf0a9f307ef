"""What SARIF 2.1.0 asks of the properties we write, checked without a schema at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

LEVELS = {"none", "note", "warning", "error"}
RULE = {"id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration"}
RESULT = {"ruleId", "ruleIndex", "level", "message", "locations", "relatedLocations", "properties"}
URI = re.compile(r"([A-Za-z0-9._~/!$&'()*+,;=@-]|%[0-9A-F]{2})+")


def faults(log: Any) -> list[str]:
    """Everything wrong with a log, as short words; empty when it is sound."""
    return list(_log_faults(log))


def _log_faults(log: Any) -> Iterator[str]:
    if set(log) != {"$schema", "version", "runs"}:
        yield "log properties"
    if log["version"] != "2.1.0":
        yield "version"
    for run in log["runs"]:
        yield from _run_faults(run)


def _run_faults(run: Any) -> Iterator[str]:
    if set(run) != {"tool", "columnKind", "results"} or set(run["tool"]) != {"driver"}:
        yield "run properties"
    if run["columnKind"] not in {"utf16CodeUnits", "unicodeCodePoints"}:
        yield "columnKind"
    rules = run["tool"]["driver"]["rules"]
    if not run["tool"]["driver"]["name"] or len({rule["id"] for rule in rules}) != len(rules):
        yield "driver"
    for number, rule in enumerate(rules):
        yield from (f"rule {number}: {fault}" for fault in _rule_faults(rule))
    for number, found in enumerate(run["results"]):
        yield from (f"result {number}: {fault}" for fault in _result_faults(found, rules))


def _rule_faults(rule: Any) -> Iterator[str]:
    if not set(rule) <= RULE:
        yield "properties"
    for key in ("shortDescription", "fullDescription", "help"):
        if not rule[key]["text"]:
            yield key
    if rule["defaultConfiguration"]["level"] not in LEVELS:
        yield "level"


def _result_faults(found: Any, rules: Any) -> Iterator[str]:
    if not set(found) <= RESULT:
        yield "properties"
    index = found["ruleIndex"]
    if index not in range(len(rules)) or rules[index]["id"] != found["ruleId"]:
        yield "ruleIndex"
    if found["level"] not in LEVELS:
        yield "level"
    if not found["message"]["text"] or re.search(r"\{\d+\}(?!\})", found["message"]["text"]):
        yield "message"
    for place in (*found["locations"], *found.get("relatedLocations", ())):
        yield from _place_faults(place["physicalLocation"])


def _place_faults(place: Any) -> Iterator[str]:
    if not URI.fullmatch(place["artifactLocation"]["uri"]):
        yield "uri"
    region = place.get("region", {"startLine": 1})
    if any(not isinstance(number, int) or number < 1 for number in region.values()):
        yield "region"
    if region.get("endColumn", 1) < region.get("startColumn", 1):
        yield "columns"
