"""Sessions with the server in a process of its own, as an editor has them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from generator.build import compile_content
from generator.cli import lsp_command
from generator.options import Options
from tests.desk.copies import DeskCopy
from tests.language_server.editor import Editor, applied, position
from tests.language_server.session import EVENT, RECORDED, play
from tests.site.model_site import Site

TREATY = "content/events/2014/treaty.md"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site.golden(tmp_path.resolve())


@pytest.fixture
def editor(site: Site) -> Iterator[Editor]:
    editor = Editor(site.root)
    yield editor
    assert editor.close() == (0, b"")


@pytest.fixture(scope="module")
def looker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """A session for tests that change nothing on the disk."""
    editor = Editor(Site.golden(tmp_path_factory.mktemp("site").resolve()).root)
    yield editor
    assert editor.close() == (0, b"")


def test_the_recorded_session(site: Site) -> None:
    expected = json.loads(RECORDED.read_text("utf-8"))
    messages = play(site.root)
    for message, recorded in zip(messages, expected, strict=True):
        assert message == recorded


def test_the_codes_are_those_of_check(site: Site, editor: Editor) -> None:
    site.edit(TREATY, "sources: [herald-truce]\n", "")
    site.edit("content/actors/herald.md", "kind: media", "kind: medium")
    editor.open(EVENT)
    assert editor.wait_for(TREATY, lambda codes: codes == ["D317"]) == ["D317"]
    assert editor.wait_for("content/actors/herald.md", lambda codes: codes != ["none"]) == ["D105"]
    assert "client/registerCapability" in editor.asked


def test_what_is_not_saved_counts(editor: Editor) -> None:
    editor.open(EVENT)
    editor.replace(EVENT, "ferry-union: ferryman", "new-union: ferryman")
    editor.wait_for(EVENT, lambda codes: codes == ["D201"])
    editor.open("content/actors/new-union.md", "---\nname: New Union\n---\n")
    editor.wait_for(EVENT, lambda codes: codes == [])
    editor.replace("content/actors/new-union.md", "name: New Union", "nam: New Union")
    assert "D101" in editor.wait_for("content/actors/new-union.md", lambda codes: "D101" in codes)
    editor.tell("textDocument/didClose", {"textDocument": {"uri": editor.uri("content/actors/new-union.md")}})
    editor.wait_for(EVENT, lambda codes: codes == ["D201"])


def test_what_others_write_counts(site: Site, editor: Editor) -> None:
    editor.open(EVENT)
    editor.wait_for(EVENT, lambda codes: codes == [])
    site.delete("content/actors/ferry-union.md")
    changes = [{"uri": editor.uri("content/actors/ferry-union.md"), "type": 3}]
    editor.tell("workspace/didChangeWatchedFiles", {"changes": changes})
    assert set(editor.wait_for(EVENT, lambda codes: "D201" in codes)) == {"D201"}


RENAMINGS = (
    ("actor", "river-brigade", "brigade", "[[river-bri‸gade]]"),
    ("location", "nahr-bridge", "bridge-of-nahr", "[[nahr-bri‸dge|the bridge]]"),
    ("event", "bridge-attack", "bridge-assault", "title: Fighters at‸tack"),
    ("topic", "fighting", "clashes", "topics: [bridges, figh‸ting]"),
    ("article", "wire-bridge", "wire-nahr", "article: wire-br‸idge"),
)


def test_renaming_does_what_the_command_does(looker: Editor, tmp_path: Path) -> None:
    looker.open(EVENT)
    before = DeskCopy(Site(looker.root)).files()
    for kind, old, new, marked in RENAMINGS:
        (tmp_path / old).mkdir()
        desk = DeskCopy.golden(tmp_path / old)
        assert looker.ask("textDocument/prepareRename", looker.at(EVENT, marked))["placeholder"] == old
        edit = looker.ask("textDocument/rename", looker.at(EVENT, marked, newName=new))
        assert desk.rename(kind, old, new) == []
        assert applied(before, edit, looker.root) == desk.files()


def test_renaming_where_nothing_is_named(looker: Editor) -> None:
    looker.open(EVENT)
    assert looker.ask("textDocument/prepareRename", looker.at(EVENT, "status: dis‸puted")) is None
    refused = looker.ask("textDocument/rename", looker.at(EVENT, "status: dis‸puted", newName="x"))
    assert refused["error"]["message"] == "there is no record here to rename"


MISSING = (
    ("- ferry-union: ferryman", "- bargemen: ferryman", "Create this actor “bargemen”", "actors/bargemen.md"),
    (
        "[nahr-bridge, nahr]",
        "[nahr-bridge, old-mill]",
        "Create this location “old-mill”",
        "locations/old-mill.md",
    ),
    ("[[Amina Saleh]]", "[[Omar Haddad]]", "Create this actor “Omar Haddad”", "actors/omar-haddad.md"),
    ("follows: [ferry-strike]", "follows: [flood]", "Create this event “flood”", "events/2014/flood.md"),
)


def test_what_is_missing_is_made_at_a_stroke(looker: Editor, tmp_path: Path) -> None:
    for number, (old, new, title, made) in enumerate(MISSING):
        (tmp_path / str(number)).mkdir()
        site = Site.golden(tmp_path / str(number))
        looker.open(EVENT)
        looker.replace(EVENT, old, new)
        files = DeskCopy(site).files() | looker.texts
        looker.wait_for(EVENT, lambda codes: any(code.startswith("D20") for code in codes))
        for path, text in applied(files, _action(looker, title)["edit"], looker.root).items():
            public = text.replace("draft: true", "draft: false") if path.endswith(made) else text
            site.write(path, public.replace("kind: region", "kind: country"))
        assert (site.root / "content" / made).is_file()
        findings = compile_content(Options(root=site.root, output=site.output, jobs=1)).findings
        assert [finding for finding in findings if finding.code.startswith("D2")] == []
        looker.tell("textDocument/didClose", {"textDocument": {"uri": looker.uri(EVENT)}})
        looker.wait_for(EVENT, lambda codes: codes == [])


def _action(editor: Editor, title: str) -> dict[str, Any]:
    findings = editor.findings[editor.uri(EVENT)]
    finding = next(one for one in findings if one["code"].startswith("D20"))
    document = {"uri": editor.uri(EVENT)}
    params = {"textDocument": document, "range": finding["range"], "context": {"diagnostics": [finding]}}
    return next(one for one in editor.ask("textDocument/codeAction", params) if one["title"] == title)


def test_positions_beside_letters_of_any_width(editor: Editor) -> None:
    text = "---\ntitle: x\ndate: 2014\n---\nسطر 🙂🙂 \u2028 \u0085 é [[nahr]] and 🏴 [[nobody]]\r\nnext [[nahr-bridge]]\n"
    path = "content/events/wide.md"
    editor.open(path, text)
    editor.wait_for(path, lambda codes: "D207" in codes)
    (finding,) = (one for one in editor.findings[editor.uri(path)] if one["code"] == "D207")
    start = text.index("[[nobody]]")
    assert finding["range"] == {"start": position(text, start), "end": position(text, start + 10)}
    editor.replace(path, "nobody", "herald")
    editor.wait_for(path, lambda codes: "D207" not in codes)
    answer = editor.ask("textDocument/definition", editor.at(path, "[[nahr-br‸idge"))
    assert answer["uri"].endswith("content/locations/nahr-bridge.md")


def test_an_editor_that_counts_bytes(site: Site) -> None:
    editor = Editor(site.root, positionEncodings=["utf-8"])
    assert editor.server["positionEncoding"] == "utf-8"
    path, text = "content/events/wide.md", "---\ntitle: x\ndate: 2014\n---\nسطر [[nobody]]\n"
    editor.open(path, text)
    editor.wait_for(path, lambda codes: "D207" in codes)
    (finding,) = (one for one in editor.findings[editor.uri(path)] if one["code"] == "D207")
    assert finding["range"]["start"] == {"line": 4, "character": len("سطر ".encode())}
    assert editor.close() == (0, b"")


def test_formatting_is_that_of_fmt(looker: Editor) -> None:
    path = "content/actors/herald.md"
    looker.open(path, "---\nkind: 'media'\nname: The Herald\n---\nText\n")
    options = {"tabSize": 2, "insertSpaces": True}
    (edit,) = looker.ask(
        "textDocument/formatting", {"textDocument": {"uri": looker.uri(path)}, "options": options}
    )
    assert edit["newText"] == "---\nname: The Herald\nkind: media\n---\nText\n"


def test_files_of_no_site_are_left_alone(looker: Editor, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "note.md"
    elsewhere.write_text("[[nahr]]\n", "utf-8")
    document = {"uri": elsewhere.as_uri(), "languageId": "markdown", "version": 1, "text": "[[nahr]]\n"}
    looker.tell("textDocument/didOpen", {"textDocument": document})
    where = {"textDocument": {"uri": elsewhere.as_uri()}, "position": {"line": 0, "character": 3}}
    assert looker.ask("textDocument/hover", where) is None
    assert looker.ask("textDocument/completion", where) is None


def test_references_from_the_record_s_own_file(looker: Editor) -> None:
    path = "content/topics/bridges.md"
    looker.open(path)
    found = looker.ask(
        "textDocument/references", looker.at(path, "title: ‸", context={"includeDeclaration": False})
    )
    assert [one["uri"].rpartition("/")[2] for one in found] == ["bridge-attack.md", "ferry-strike.md"][
        : len(found)
    ]


def test_without_the_extra_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lsp_command, "find_spec", lambda _name: None)
    with pytest.raises(SystemExit):
        lsp_command.command.main([])
    assert "pip install 'dateline[lsp]'" in capsys.readouterr().err


def test_whatever_is_typed_it_answers(editor: Editor) -> None:
    hand = Random(7)  # noqa: S311 - the same typing in every run
    paths = (EVENT, "content/site.yaml", "content/locations/nahr.md")
    for path in paths:
        editor.open(path)
    for _ in range(120):
        path = hand.choice(paths)
        text = editor.texts[path]
        at = hand.randrange(len(text))
        editor.type(path, at, at + hand.choice((0, 0, 1, 9)), hand.choice(TYPED))
        question = hand.choice(sorted(QUESTIONS))
        offset = hand.randrange(len(editor.texts[path]) + 1)
        where = position(editor.texts[path], offset)
        params = {"textDocument": {"uri": editor.uri(path)}, "position": where} | QUESTIONS[question]
        if question == "codeAction":
            params |= {"range": {"start": where, "end": where}}
        answer = editor.ask(f"textDocument/{question}", params)
        assert not isinstance(answer, dict) or "error" not in answer, (question, answer)


QUESTIONS: dict[str, dict[str, Any]] = {
    "completion": {},
    "hover": {},
    "definition": {},
    "prepareRename": {},
    "documentSymbol": {},
    "codeAction": {"context": {"diagnostics": []}},
    "formatting": {"options": {"tabSize": 2, "insertSpaces": True}},
}
TYPED = (
    *("", "\n", "- ", "[", "{", "]", "}", ":", " ", "#", "[[", "]]", "|", "'", '"', "---\n", "nahr", "\\"),
    *("🙂", "لواء", "\t", "actors:\n  - ", "date: ", "title: x", "\u2028", "&a *b", "!!x", "  "),
)
