"""Schemas hold for every record that is sound, and offer what the site has."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.desk.schemas import NAMES, schemas
from generator.reading.content import read_content
from generator.reading.discover import discover
from tests.site.model_site import GOLDEN

ROOT = Path(__file__).parents[2]


class _Yaml(yaml.SafeLoader):
    """YAML as editors' schema checkers read it: without dates, which JSON does not have."""


_Yaml.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if tag != "tag:yaml.org,2002:timestamp"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def validators(root: Path) -> dict[str, Draft202012Validator]:
    made = {name: json.loads(text) for name, text in schemas(read_content(root)[0]).items()}
    for schema in made.values():
        Draft202012Validator.check_schema(schema)
    return {name: Draft202012Validator(schema) for name, schema in made.items()}


def fields(text: str) -> Any:
    return yaml.load(text, Loader=_Yaml)  # noqa: S506 - a safe loader


@pytest.mark.parametrize("root", [ROOT, GOLDEN], ids=["shipped", "golden"])
def test_every_record_is_valid(root: Path) -> None:
    found = validators(root)
    assert tuple(found) == NAMES
    for file in discover(root)[0]:
        if file.kind in NAMES and not file.language:
            text = (root / file.path).read_text("utf-8")
            given = fields(text if file.kind == "site" else text.split("---\n")[1])
            assert [fault.message for fault in found[file.kind].iter_errors(given)] == [], file.path


@pytest.mark.parametrize(
    ("kind", "text", "word"),
    [
        ("event", "title: x\ndate: 2014\nlocations: [nowhere]", "nowhere"),
        ("event", "title: x\ndate: 2014\nactors: [nobody: attacker]", "nobody"),
        ("event", "title: x\ndate: 2014\nactors: [river-brigade: hero]", "hero"),
        ("event", "title: x\ndate: 2014\nsources: [{article: courier-bridge, page: 3}]", "page"),
        ("article", "title: x\npublished: 2014\npublisher: nobody", "nobody"),
        ("actor", "name: x\nkind: robot", "robot"),
        ("location", "name: x\ncoordinates: [95, 0]", "95"),
        ("site", "titel: x", "titel"),
    ],
)
def test_what_is_wrong_is_found(kind: str, text: str, word: str) -> None:
    faults = [fault.message for fault in validators(GOLDEN)[kind].iter_errors(fields(text))]
    assert any(word in message for message in faults)


def test_choices_and_descriptions() -> None:
    event = json.loads(schemas(read_content(GOLDEN)[0])["event"])
    assert "hidden" in event["$defs"]["event"]["enum"]  # a draft
    assert "ferryman" in event["$defs"]["role"]["enum"]
    assert event["$defs"]["topic"]["anyOf"][0] == {"enum": ["bridges", "fighting"]}
    assert event["properties"]["date"]["description"] == "When it happened, as exactly as it is known."
    assert "$ref" not in json.dumps(event["properties"]["former_ids"])
