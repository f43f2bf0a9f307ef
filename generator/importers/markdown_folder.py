"""A folder of Markdown from another generator (Jekyll, Hugo, Eleventy): each file becomes an event or an article.

A date that stands in a file's name is that of the record where its front matter gives none. Raw HTML in a body becomes
Markdown; shortcodes and Liquid stay as they are and are told; what front matter holds beyond our fields is told once a key.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from generator.diagnostics.codes import severity_of
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.graph.graph import Graph
from generator.importers.addresses import canonical
from generator.importers.dates import Dated, read_date
from generator.importers.foreign_body import Body, our_markdown
from generator.importers.foreign_front_matter import Foreign, read_foreign
from generator.importers.importer import Draft, Importer, Intake, Named, Source, Value
from generator.importers.markdown_map import SILENT, MarkdownMap, markdown_map
from generator.importers.matching import Present, present
from generator.importers.plain_words import one_line, plain_words
from generator.importers.reports import at_hand
from generator.model.slugs import slug
from generator.reading.excerpts import in_quotes
from generator.reading.file_names import suggested_id
from generator.reading.text import decode

_DATED_NAME: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[-_](.+)")
_LISTS: Final = ("index", "_index")
_LONGEST_SUMMARY: Final = 1000
_SPLIT: Final = re.compile(r"[,;]\s*")
_CODES: Final = {"markup": "D717", "link": "D717", "command": "D723"}
_ADVICE: Final = {
    "markup": "look at the record that is made",
    "link": "only web addresses and pages of the site can be linked",
    "command": "write what it showed, or delete it",
}
_DATES: Final = ("date", "published")
_TRUTHS: Final = ("true", "false")
"""`published: false` is Jekyll's way to say draft, and no date."""


@dataclass(slots=True)
class _Folder:
    """One import while its files are read; not seen outside."""

    name: str
    origin: str
    map: MarkdownMap
    present: Present
    drafts: list[Draft] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    unused: dict[str, list[str]] = field(default_factory=dict)


def _read(source: Source, graph: Graph) -> Intake:
    made, findings = markdown_map(source.map_name, source.map_raw)
    if any(severity_of(finding) == "error" for finding in findings):
        return Intake(
            origin=made.origin or "markdown", findings=findings
        )  # half a map would file what it does not say
    base = slug(source.name.replace("\\", "/").rstrip("/").rpartition("/")[2])
    origin = made.origin or f"markdown/{base}"
    folder = _Folder(source.name.rstrip("/"), origin, made, present(graph), findings=[*findings])
    files = source.files or ((source.name.replace("\\", "/").rpartition("/")[2], source.raw),)
    for path, raw in files:
        _add(folder, path, raw, shown=f"{folder.name}/{path}" if source.files else source.name)
    folder.findings.extend(_unused(folder))
    return Intake(
        origin=origin,
        drafts=tuple(folder.drafts),
        findings=tuple(folder.findings),
        rows=len(files),
        choices=made.choices(),
    )


def _add(folder: _Folder, path: str, raw: bytes, shown: str) -> None:
    source, findings = decode(raw, shown)
    folder.findings.extend(findings)
    if source is None:
        return
    told = read_foreign(source)
    folder.findings.extend(told.findings)
    if told.fields is None:
        return
    span = Span(shown, 1)
    if not told.fields:
        message = "there is no front matter, so the file is no post or page"
        folder.findings.append(Diagnostic("D718", message, span, "give it a title and a date"))
        return
    body = our_markdown(told.body)
    folder.findings.extend(_remarks(body, shown, told.body_line))
    flat = dict(_flat(told.fields))
    date, name = _name_of(path)
    fields, used = _fields(folder, flat, date, span)
    for key in flat:
        if key not in used and key not in (*SILENT, *folder.map.ignore):
            folder.unused.setdefault(key, []).append(path)
    again = folder.present.found_again(folder.map.kind, folder.origin, path)
    there = None if again else at_hand(folder.present.graph, str(fields.get("url", "")), span)
    if there:
        folder.findings.append(there)
        return
    wish = suggested_id(_word(flat.get("slug", "")) or name)
    folder.drafts.append(
        Draft(kind=folder.map.kind, key=path, fields=fields, span=span, body=body.text, wish=wish)
    )


def _name_of(path: str) -> tuple[str, str]:
    """The date in a file's name, and the name without it; a page bundle's is its folder's."""
    parts = path.rsplit(".", 1)[0].split("/")
    if parts[-1] in _LISTS and len(parts) > 1:
        parts.pop()
    dated = _DATED_NAME.fullmatch(parts[-1])
    return (dated[1], dated[2]) if dated else ("", parts[-1])


def _flat(fields: Mapping[str, Foreign], before: str = "") -> Iterator[tuple[str, Foreign]]:
    """Keys with dots for mappings within mappings; what is empty is left out."""
    for key, value in fields.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{key}.")
        elif value not in ("", ()):
            yield before + key, value


def _fields(
    folder: _Folder, flat: Mapping[str, Foreign], date: str, span: Span
) -> tuple[dict[str, Value], set[str]]:
    """Our front matter, and the keys of theirs that went into it."""
    fields: dict[str, Value] = {}
    used: set[str] = set()
    for ours, theirs in folder.map.keys().items():
        keys = [key for key in theirs if key in flat]
        used.update(keys if ours == "topics" else keys[:1])
        if ours in _DATES:
            keys = [key for key in keys if flat[key] not in _TRUTHS]
            dated = _date(_word(flat[keys[0]]) if keys else "", date)
            fields[ours] = dated.edtf
            if dated.code:
                folder.findings.append(Diagnostic(dated.code, dated.message, span, dated.help))
        elif keys:
            fields[ours] = _value(ours, [flat[key] for key in keys], folder, span)
    if folder.map.kind == "article" and "publisher" not in fields and folder.map.publisher:
        fields["publisher"] = _outlet(folder.map.publisher)
    return fields, used


def _date(written: str, of_name: str) -> Dated:
    """The date of front matter, else of the file's name; an unreadable one is told though the name has one."""
    dated = read_date(written) if written else Dated()
    if dated.edtf or not of_name:
        return dated
    return replace(dated, edtf=read_date(of_name).edtf)


def _value(ours: str, theirs: list[Foreign], folder: _Folder, span: Span) -> Value:
    """The value of one of our fields out of theirs, of which only topics take more than the first."""
    if ours == "topics":
        return tuple(
            dict.fromkeys(filter(None, (suggested_id(word) for one in theirs for word in _words(one))))
        )
    if ours == "summary":
        body = our_markdown(_word(theirs[0]))
        folder.findings.extend(_remarks(body, span.path, 1))
        return one_line(body.text, _LONGEST_SUMMARY)
    return _VALUES.get(ours, _plain)(theirs[0])


def _plain(value: Foreign) -> Value:
    return plain_words(_word(value))


def _places(value: Foreign) -> Value:
    return tuple(Named(kind="location", name=plain_words(word)) for word in _words(value))


def _people(value: Foreign) -> Value:
    names = [_word(part) for part in value] if isinstance(value, tuple) else [_word(value)]
    return ", ".join(plain_words(name) for name in names if name)


def _outlet(name: str) -> Named:
    return Named(kind="actor", name=plain_words(name), fields={"kind": "media"})


_VALUES: Final[Mapping[str, Callable[[Foreign], Value]]] = {
    "locations": _places,
    "publisher": lambda value: _outlet(_word(value)),
    "byline": _people,
    "url": lambda value: canonical(_word(value)),
}


def _word(value: Foreign) -> str:
    """The text of a value; of a list, the first."""
    if isinstance(value, tuple):
        return _word(value[0]) if value else ""
    return value if isinstance(value, str) else ""


def _words(value: Foreign) -> list[str]:
    """The texts of a list, or of a text with commas between them."""
    if isinstance(value, tuple):
        return [word for part in value if (word := _word(part))]
    return [word for word in _SPLIT.split(_word(value)) if word]


def _remarks(body: Body, path: str, first_line: int) -> Iterator[Diagnostic]:
    for remark in body.remarks:
        span = Span(path, first_line + remark.line - 1)
        yield Diagnostic(_CODES[remark.matter], remark.message, span, _ADVICE[remark.matter])


def _unused(folder: _Folder) -> Iterator[Diagnostic]:
    for key, paths in folder.unused.items():
        more = f" and {len(paths) - 1:,} more files" if len(paths) > 1 else ""
        message = f"{in_quotes(key)} goes into no record (in {paths[0]}{more})"
        advice = "say in the map which field it fills (fields:), or that it fills none (ignore:)"
        yield Diagnostic("D705", message, Span(folder.name), advice)


MARKDOWN: Final = Importer(
    name="markdown",
    about="A folder of Markdown from Jekyll, Hugo or Eleventy, to events or articles.",
    read=_read,
    takes=("folder", "file"),
    endings=(".md", ".markdown"),
)
