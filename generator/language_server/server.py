"""The server over standard input and output. The only module that knows pygls, which the extra `lsp` brings."""

from __future__ import annotations

import logging
import os
from collections.abc import Awaitable, Callable
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from generator import __version__
from generator.language_server.answers import Answers, workspace_sites
from generator.language_server.room import RefusedError, Room

TRIGGERS: Final = ("[", " ", ":", ",", "{", "-")
"""Signs after which an editor asks what may be written."""

_REQUEST_FAILED: Final = -32803
"""`RequestFailed` of the protocol: what was asked is sound and cannot be done; editors show why."""

Handler = Callable[[Any], Awaitable[Any]]


def serve() -> None:
    """Answer until the editor goes. Raises ImportError without pygls."""
    if not os.environ.get("DATELINE_DEBUG"):
        logging.getLogger("pygls").setLevel(logging.CRITICAL)
    make_server().start_io()


def make_server() -> Any:
    """The server, ready to be started."""
    lsp = import_module("lsprotocol.types")
    server = import_module("pygls.lsp.server").LanguageServer("dateline", __version__)
    to_path = import_module("pygls.uris").to_fs_path

    def publish(uri: str, diagnostics: list[Any]) -> None:
        server.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(uri=uri, diagnostics=diagnostics)
        )

    def complain(message: str) -> None:
        server.window_show_message(lsp.ShowMessageParams(type=lsp.MessageType.Error, message=message))

    room = Room(lsp, to_path, publish, complain)
    _follow(server, lsp, room)
    _answer(server, lsp, Answers(room))
    return server


def _follow(server: Any, lsp: Any, room: Room) -> None:
    """Notifications: what is open, changed, closed, saved."""

    def initialized(_params: Any) -> None:
        # pygls keeps a copy of each text whose lines end at U+2028 and the like, too, and fails on changes behind one.
        server.workspace.update_text_document = lambda *_: None
        encoding = server.workspace.position_encoding
        room.encoding = getattr(encoding, "value", encoding) or "utf-16"
        folders = [server.workspace.folders[uri].uri for uri in server.workspace.folders]
        paths = [server.workspace.root_path, *map(import_module("pygls.uris").to_fs_path, folders)]
        workspace_sites(room, [Path(path) for path in paths if path])
        _watch(server, lsp)

    def opened(params: Any) -> None:
        found = room.locate(params.text_document.uri)
        if found:
            site, path = found
            site.open(path, params.text_document.text)
            room.tell(site, path)
            room.check_later(site)

    def changed(params: Any) -> None:
        room.changed(params.text_document.uri, params.content_changes)

    def closed(params: Any) -> None:
        found = room.locate(params.text_document.uri)
        if found:
            found[0].close(found[1])
            room.check_later(found[0])

    def touched(_params: Any) -> None:
        room.check_all()

    server.feature(lsp.INITIALIZED)(initialized)
    server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)(opened)
    server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)(changed)
    server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)(closed)
    server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)(touched)
    server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)(touched)


def _answer(server: Any, lsp: Any, answers: Answers) -> None:
    """Requests."""
    features: tuple[tuple[str, Handler, Any], ...] = (
        (
            lsp.TEXT_DOCUMENT_COMPLETION,
            answers.completion,
            lsp.CompletionOptions(trigger_characters=list(TRIGGERS)),
        ),
        (lsp.TEXT_DOCUMENT_HOVER, answers.hover, None),
        (lsp.TEXT_DOCUMENT_DEFINITION, answers.definition, None),
        (lsp.TEXT_DOCUMENT_REFERENCES, answers.references, None),
        (lsp.TEXT_DOCUMENT_PREPARE_RENAME, answers.prepare_rename, None),
        (lsp.TEXT_DOCUMENT_RENAME, answers.rename, lsp.RenameOptions(prepare_provider=True)),
        (
            lsp.TEXT_DOCUMENT_CODE_ACTION,
            answers.code_actions,
            lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix]),
        ),
        (lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL, answers.symbols, None),
        (lsp.TEXT_DOCUMENT_FORMATTING, answers.formatting, None),
    )
    for name, handler, options in features:
        server.feature(name, options)(_refusing(handler))


def _refusing(handler: Handler) -> Handler:
    """The handler, whose refusals reach the editor with their reasons."""

    async def answered(params: Any) -> Any:
        try:
            return await handler(params)
        except RefusedError as refusal:
            error = import_module("pygls.exceptions").JsonRpcException
            raise error(str(refusal), _REQUEST_FAILED) from refusal

    return answered


def _watch(server: Any, lsp: Any) -> None:
    """Ask the editor to tell of files that change without being open, where it can."""
    workspace = server.client_capabilities.workspace
    watched = workspace and workspace.did_change_watched_files
    if not watched or not watched.dynamic_registration:
        return
    pattern = lsp.FileSystemWatcher(glob_pattern="**/content/**")
    options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers=[pattern])
    registration = lsp.Registration(
        id="content", method=lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, register_options=options
    )
    server.client_register_capability(lsp.RegistrationParams(registrations=[registration]))
