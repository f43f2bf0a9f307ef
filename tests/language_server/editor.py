"""An editor as the server sees it: JSON-RPC over standard input and output (Language Server Protocol 3.17, "Base protocol").

Written against the specification and not against pygls, so that the two check each other.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.cli.dateline import CHECKOUT

PATIENCE = 60
"""Seconds after which an answer counts as never coming."""

CAPABILITIES = {
    "workspace": {
        "workspaceEdit": {"documentChanges": True, "resourceOperations": ["create", "rename"]},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
    },
    "textDocument": {
        "rename": {"prepareSupport": True},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
        "hover": {"contentFormat": ["markdown"]},
    },
}


class Editor:
    """One session with the server, in a site's folder."""

    def __init__(self, root: Path, **general: Any) -> None:
        self.root = root
        self.texts: dict[str, str] = {}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "generator", "lsp"],
            cwd=root,
            env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._received: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._number = 0
        self._versions: dict[str, int] = {}
        self.findings: dict[str, list[dict[str, Any]]] = {}
        self.asked: list[str] = []
        self.transcript: list[dict[str, Any]] = []
        folder = {"uri": root.as_uri(), "name": "site"}
        capabilities = CAPABILITIES | {"general": general}
        self.server = self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": root.as_uri(),
                "workspaceFolders": [folder],
                "capabilities": capabilities,
            },
        )["capabilities"]
        self.tell("initialized", {})

    # Talking

    def ask(self, method: str, params: Any) -> Any:
        """The server's answer; its error as {"error": …}."""
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        message = self._until(lambda message: message.get("id") == number and "method" not in message)
        answer = message["result"] if "result" in message else {"error": message["error"]}
        self._note({"ask": method, "params": params, "answer": answer})
        return answer

    def tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})
        self._note({"tell": method, "params": params})

    def _note(self, entry: dict[str, Any]) -> None:
        """Put into the transcript what was said, without the folder of this run."""
        self.transcript.append(json.loads(json.dumps(entry).replace(self.root.as_uri(), "file:///site")))

    def wait_for(self, path: str, wanted: Callable[[list[str]], bool]) -> list[str]:
        """The codes of a file's findings, as soon as they are as wanted."""
        while not wanted(self.codes(path)):
            self._until(lambda message: message.get("method") == "textDocument/publishDiagnostics")
        self._note({"findings": path, "are": self.findings[self.uri(path)]})
        return self.codes(path)

    def codes(self, path: str) -> list[str]:
        return [finding["code"] for finding in self.findings.get(self.uri(path), [{"code": "none"}])]

    def close(self) -> tuple[int, bytes]:
        """End the session as the protocol asks; the exit code, and what was said on standard error."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        code = self._process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        said = self._process.stderr.read()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            stream.close()
        return code, said

    # Files

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def open(self, path: str, text: str | None = None) -> None:
        text = (self.root / path).read_text("utf-8") if text is None else text
        self.texts[path] = text
        document = {"uri": self.uri(path), "languageId": "markdown", "version": 1, "text": text}
        self._versions[path] = 1
        self.tell("textDocument/didOpen", {"textDocument": document})

    def replace(self, path: str, old: str, new: str) -> None:
        """One incremental change, as typing makes it."""
        start = self.texts[path].index(old)
        self.type(path, start, start + len(old), new)

    def type(self, path: str, start: int, end: int, new: str) -> None:
        """The same between two offsets."""
        text = self.texts[path]
        extent = {"start": position(text, start), "end": position(text, end)}
        self.texts[path] = text[:start] + new + text[end:]
        self._versions[path] += 1
        document = {"uri": self.uri(path), "version": self._versions[path]}
        changes = [{"range": extent, "text": new}]
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": changes})

    def at(self, path: str, marked: str, **more: Any) -> dict[str, Any]:
        """Params that point at the place of `‸` in a passage of the open text."""
        before, _, after = marked.partition("‸")
        offset = self.texts[path].index(before + after) + len(before)
        return {
            "textDocument": {"uri": self.uri(path)},
            "position": position(self.texts[path], offset),
        } | more

    def labels(self, path: str, marked: str) -> list[str]:
        """What the server offers at a place."""
        answer = self.ask("textDocument/completion", self.at(path, marked))
        return [item["label"] for item in answer["items"]] if answer else []

    # The wire

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0"} | message).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while True:
            message = self._received.get(timeout=PATIENCE)
            assert message is not None, "the server has gone"
            self._take(message)
            if wanted(message):
                return message

    def _take(self, message: dict[str, Any]) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            self.findings[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            self.asked.append(message["method"])
            self._send({"id": message["id"], "result": None})

    def _read(self) -> None:
        stream = self._process.stdout
        while header := stream.readline():
            length = int(header.split(b":")[1])
            while stream.readline().strip():
                pass
            self._received.put(json.loads(stream.read(length)))
        self._received.put(None)


def position(text: str, offset: int) -> dict[str, int]:
    """Line and UTF-16 column of an offset."""
    line_start = text.rfind("\n", 0, offset) + 1
    units = len(text[line_start:offset].encode("utf-16-le")) // 2
    return {"line": text.count("\n", 0, offset), "character": units}


def applied(texts: dict[str, str], edit: dict[str, Any], root: Path) -> dict[str, str]:
    """Texts by path after a workspace edit."""
    texts = dict(texts)

    def path(uri: str) -> str:
        return uri.removeprefix(f"{root.as_uri()}/")

    for change in edit["documentChanges"]:
        if change.get("kind") == "rename":
            texts[path(change["newUri"])] = texts.pop(path(change["oldUri"]))
        elif change.get("kind") == "create":
            texts[path(change["uri"])] = ""
        else:
            name = path(change["textDocument"]["uri"])
            for one in sorted(change["edits"], key=lambda one: _order(one["range"]["start"]), reverse=True):
                start, end = (_offset(texts[name], one["range"][side]) for side in ("start", "end"))
                texts[name] = texts[name][:start] + one["newText"] + texts[name][end:]
    return texts


def _order(at: dict[str, int]) -> tuple[int, int]:
    return at["line"], at["character"]


def _offset(text: str, at: dict[str, int]) -> int:
    start = 0
    for _ in range(at["line"]):
        start = text.index("\n", start) + 1
    line = text[start:].split("\n", 1)[0].encode("utf-16-le")
    return start + len(line[: at["character"] * 2].decode("utf-16-le"))
