"""What the documents and the scaffold say about editors is what there is."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from generator.authoring.starter import starter
from generator.cli import COMMANDS
from generator.diagnostics.codes import CODES
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.diagnostics.renderers import render
from generator.diagnostics.sources import no_sources
from generator.diagnostics.style import PLAIN

EDITING = (Path(__file__).parents[2] / "docs" / "editing.md").read_text("utf-8")
SCAFFOLD = {file.path: file.text for file in starter("A site")}


@pytest.mark.parametrize("name", ["extensions", "settings", "tasks"])
def test_the_scaffold_has_settings_that_can_be_read(name: str) -> None:
    assert json.loads(SCAFFOLD[f".vscode/{name}.json"])


def test_tasks_run_commands_that_there_are() -> None:
    tasks = json.loads(SCAFFOLD[".vscode/tasks.json"])["tasks"]
    assert {task["command"] for task in tasks} == {"dateline"}
    assert {task["args"][0] for task in tasks} <= COMMANDS.keys()


def test_the_problem_matcher_reads_what_check_prints() -> None:
    tasks = json.loads(SCAFFOLD[".vscode/tasks.json"])["tasks"]
    (pattern,) = (task["problemMatcher"]["pattern"] for task in tasks if task["problemMatcher"])
    for code in CODES:
        finding = Diagnostic(code.code, "no [actor] is called: x", Span("content/events/a.md", 7, 14, 3))
        line = render("concise", [finding], no_sources, PLAIN).rstrip("\n")
        found = re.match(pattern["regexp"], line)
        assert found
        assert found.group(1, 2, 3, 4, 5) == ("content/events/a.md", "7", "14", code.severity, code.code)
        assert found[6] == f"{code.name}: no [actor] is called: x"


def test_the_documents_set_up_what_the_scaffold_sets_up() -> None:
    blocks = [json.loads(text) for text in re.findall(r"```json\n(.*?)```", EDITING, re.DOTALL)]
    settings = json.loads(SCAFFOLD[".vscode/settings.json"])
    assert all(settings[key] == value for key, value in blocks[0].items() if key != "[markdown]")
    assert blocks[0]["[markdown]"].items() <= settings["[markdown]"].items()
    assert blocks[1]["lsp"]["marksman"]["binary"] == {"path": "dateline", "arguments": ["lsp"]}


def test_toml_can_be_read() -> None:
    (text,) = re.findall(r"```toml\n(.*?)```", EDITING, re.DOTALL)
    settings = tomllib.loads(text)
    assert settings["language-server"]["dateline"] == {"command": "dateline", "args": ["lsp"]}
    assert all("dateline" in language["language-servers"] for language in settings["language"])


def test_commands_that_are_named_are_there() -> None:
    named = set(re.findall(r"`?dateline ([a-z]+)", EDITING))
    assert named <= COMMANDS.keys()
