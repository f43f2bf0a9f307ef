"""The names of record files: id, language, extension, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.model.addresses import FOLDERS
from generator.model.records import Kind
from generator.reading.excerpts import in_quotes
from generator.reading.file_names import LONGEST_ID, PICTURES, is_device, is_id, suggested_id
from generator.reading.language_tags import is_well_formed
from generator.reading.source_file import FileKind, SourceFile

_MEDIA_PATH: Final = re.compile(r"media(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)+")
"""Nothing in it needs escaping in an address, and no part of it is `..`."""


def split_language(stem: str) -> tuple[str, str]:
    """`tabqa-falls.ar` is a translation of `tabqa-falls`; a stem without a language is an id."""
    record_id, dot, language = stem.rpartition(".")
    return (record_id, language) if dot and is_well_formed(language) else (stem, "")


def is_media_path(path: str) -> bool:
    """Whether `path`, relative to `content/`, may be published as a picture."""
    return _MEDIA_PATH.fullmatch(path) is not None and path.lower().endswith(PICTURES)


def misnamed(file: SourceFile) -> Iterator[Diagnostic]:
    """What is wrong with a name, if anything."""
    if file.kind == "site" or is_id(file.id) or is_media_path(file.id):
        return
    if file.kind == "media":
        name = PurePosixPath(file.path).name
        advice = "use Latin letters, digits, full stops, hyphens and underscores"
        yield Diagnostic("D004", f'"{name}" cannot stand in an address', Span(file.path), advice)
    elif len(file.id) > LONGEST_ID:
        message = f"the id has {len(file.id)} characters; at most {LONGEST_ID} are allowed"
        yield Diagnostic("D010", message, Span(file.path), "shorten the file's name", file.subject)
    elif is_device(file.id):
        message = f"Windows keeps the name {in_quotes(file.id)} for itself"
        yield Diagnostic("D004", message, Span(file.path), "lengthen the file's name", file.subject)
    else:
        yield Diagnostic("D004", _malformed(file.id), Span(file.path), _better(file), file.subject)


def wrong_extension(path: str, kind: FileKind) -> Diagnostic:
    """A file that is neither a record nor, in `media/`, a picture."""
    pure = PurePosixPath(path)
    if kind == "media":
        return Diagnostic("D003", "is not a picture", Span(path), f"pictures end in {', '.join(PICTURES)}")
    if pure.suffix.lower() in PICTURES:
        return Diagnostic("D003", "is not a record", Span(path), "pictures stand in content/media/")
    if pure.suffix.lower() in (".markdown", ".mdown", ".mkd", ".txt", ".md", ""):
        return Diagnostic("D003", "does not end in .md", Span(path), f"rename it to {pure.stem}.md")
    return Diagnostic(
        "D003", "is not a record", Span(path), "records end in .md; move other files out of content/"
    )


def folder_of(kind: Kind) -> str:
    """The folder of a kind, under `content/`."""
    return FOLDERS[kind] or "pages"


def _malformed(record_id: str) -> str:
    _, dot, ending = record_id.rpartition(".")
    if dot:
        return f'{in_quotes(record_id)} is not the form of an id: ".{ending}" is not a language'
    return f"{in_quotes(record_id)} is not the form of an id"


def _better(file: SourceFile) -> str:
    better = suggested_id(file.id)
    ending = f".{file.language}.md" if file.language else ".md"
    if better:
        return f"rename it to {better}{ending}"
    return "rename it with small Latin letters, digits and single hyphens"
