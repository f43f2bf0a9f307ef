"""A session as an editor of the model site has it, recorded message by message in `recorded/session.json`.

    python -m tests.language_server.session

records it anew; read the difference before it is committed.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from tests.language_server.editor import Editor
from tests.site.model_site import Site

RECORDED = Path(__file__).parent / "recorded" / "session.json"
EVENT = "content/events/2014/bridge-attack.md"


def play(root: Path) -> list[dict[str, Any]]:
    """Open an event, make a slip and mend it, complete in two scripts, look around, rename, put in order."""
    editor = Editor(root)
    editor.open(EVENT)
    editor.wait_for(EVENT, lambda codes: codes == [])
    _slip(editor)
    _look(editor)
    editor.ask("textDocument/rename", editor.at(EVENT, "[[river-bri‸gade]]", newName="brigade"))
    editor.ask("textDocument/rename", editor.at(EVENT, "[[river-bri‸gade]]", newName="courier"))
    editor.tell("textDocument/didClose", {"textDocument": {"uri": editor.uri(EVENT)}})
    editor.close()
    return editor.transcript


def _slip(editor: Editor) -> None:
    editor.replace(EVENT, "status: disputed", "status: disputd")
    editor.wait_for(EVENT, lambda codes: "D105" in codes)
    editor.replace(EVENT, "status: disputd", "status: disputed")
    editor.replace(EVENT, "ferry-union: ferryman", "ferry-unoin: ferryman")
    editor.wait_for(EVENT, lambda codes: "D201" in codes)
    document = {"uri": editor.uri(EVENT)}
    slip = editor.findings[editor.uri(EVENT)][0]
    editor.ask(
        "textDocument/codeAction",
        {"textDocument": document, "range": slip["range"], "context": {"diagnostics": [slip]}},
    )
    editor.replace(EVENT, "ferry-unoin: ferryman", "ferry-union: ferryman")
    editor.wait_for(EVENT, lambda codes: codes == [])


def _look(editor: Editor) -> None:
    editor.replace(EVENT, "Ferries went on;", "🙂 [[لواء")
    editor.ask("textDocument/completion", editor.at(EVENT, "🙂 [[لواء‸"))
    editor.replace(EVENT, "🙂 [[لواء", "🙂 [[river-brigade|لواء النهر]]")
    for marked in ("date: 2014-‸08-24", "loc‸ations:", "🙂 [[river-‸brigade", "- town-c‸ouncil: defender"):
        editor.ask("textDocument/hover", editor.at(EVENT, marked))
    for marked in ("🙂 [[river-‸brigade", "ferry-union: fer‸ryman", "measure: bo‸ats"):
        editor.ask("textDocument/definition", editor.at(EVENT, marked))
    context = {"includeDeclaration": True}
    editor.ask("textDocument/references", editor.at(EVENT, "🙂 [[river-‸brigade", context=context))
    editor.ask("textDocument/prepareRename", editor.at(EVENT, "🙂 [[river-‸brigade"))
    editor.ask("textDocument/documentSymbol", {"textDocument": {"uri": editor.uri(EVENT)}})


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        messages = play(Site.golden(Path(folder).resolve()).root)
    RECORDED.parent.mkdir(exist_ok=True)
    RECORDED.write_text(json.dumps(messages, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
