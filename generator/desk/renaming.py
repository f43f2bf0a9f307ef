"""`dateline rename`: another id for a record, wherever it is named; its old address leads on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from generator.authoring.front_matter import record_text, scalar_text
from generator.desk.lists import front_matter, node_at, with_entries
from generator.desk.refusals import is_known, obstacles, unknown
from generator.desk.revision import Findings, Revision, Texts, gathered, new_errors, reading_errors
from generator.desk.splices import Splice, source_of
from generator.graph.namebook import split_kind
from generator.graph.namings import (
    Meanings,
    Naming,
    Record,
    kinds_by_id,
    known,
    meanings_of,
    mention_form,
    namings,
)
from generator.graph.shelving import Content, topic_title
from generator.graph.values import Target
from generator.model.addresses import record_address
from generator.model.record_parts import Translation
from generator.reading.holdings import Holdings
from generator.reading.nodes import Scalar, Sequence
from generator.reading.record_names import folder_of
from generator.reading.text import SourceText

_OPENING: Final = re.compile(r"\[\[[\s>]*")


@dataclass(frozen=True, slots=True)
class Renaming:
    """One record and its new id, among all the records."""

    content: Content
    meanings: Meanings
    target: Target
    new: Target
    form: str
    """How prose names it from now on."""
    texts: Texts


def renamed(holdings: Holdings, target: Target, new_id: str, texts: Texts) -> tuple[Revision, Findings]:
    """What gives the record another id; nothing, and why, where that cannot be done without a loss."""
    content, _ = holdings.content()
    if not is_known(target, content):
        return Revision(), (unknown(target, content),)
    findings = reading_errors(holdings) or tuple(obstacles(holdings, content, target, new_id))
    if findings:
        return Revision(), findings
    new = Target(target.kind, new_id)
    case = Renaming(
        content, meanings_of(content), target, new, mention_form(new, kinds_by_id(content)), texts
    )
    revision = _revision(case)
    errors = new_errors(holdings, revision, revision.outcome(texts))
    return (Revision(), errors) if errors else (revision, ())


def _revision(case: Renaming) -> Revision:
    parsed = dict(known(case.content)).get(case.target)
    splices = [
        splice for naming in _named(case) for splice in replacing(naming, _words(naming, case), case.texts)
    ]
    if parsed is None:
        path = f"content/{folder_of(case.new.kind)}/{case.new.id}.md"
        return Revision(gathered(splices), made={path: unwritten_topic(case.new.id, (case.target.id,))})
    path = parsed.record.path
    splices += [(path, splice) for splice in _former_ids(parsed, case)]
    moves = {old: _moved(old, case.new.id) for old in files_of(parsed)}
    return Revision(gathered(splices), moves)


def unwritten_topic(slug: str, former: tuple[str, ...]) -> str:
    """The file of a topic that only events knew, so that its former addresses have somewhere to be written."""
    return record_text("topic", {"title": topic_title(slug), "former_ids": former})


def files_of(parsed: Record) -> tuple[str, ...]:
    """The record's file and those of its translations."""
    path = parsed.record.path
    stem = path.removesuffix(".md")
    return path, *(
        f"{stem}.{translation.language}.md"
        for translation in parsed.record.translations
        if _has_a_file(translation, parsed)
    )


def _has_a_file(translation: Translation, parsed: Record) -> bool:
    """Whether any of a translation stands beside the record and not in its front matter."""
    within = f"translations.{translation.language}"
    if within not in parsed.places or translation.body:
        return True
    named = {f"{within}.title", f"{within}.name"}
    return bool(
        (translation.title and named.isdisjoint(parsed.places))
        or (translation.summary and f"{within}.summary" not in parsed.places)
    )


def replacing(naming: Naming, words: str, texts: Texts) -> Iterator[tuple[str, Splice]]:
    """What puts other words in the place of a reference, into the brackets of a mention, or an address into a link. A
    link whose address stands elsewhere, in a definition, stays: the former address leads on.
    """
    path = naming.span.path
    source = source_of(texts(path), path)
    start = source.line_starts[naming.span.line - 1] + naming.span.column - 1
    end = start + naming.span.length
    if naming.is_link:
        at = source.text.find(naming.words, start, end)
        if at >= 0:
            yield path, Splice(at, at + len(naming.words), words)
    elif naming.field:
        yield path, Splice(start, end, scalar_text(words))
    else:
        yield path, _within_brackets(source, naming, words, start)


def _within_brackets(source: SourceText, naming: Naming, words: str, start: int) -> Splice:
    opening = _OPENING.match(source.text, start)
    target = re.compile(r"[\s>]+".join(map(re.escape, naming.words.split())))
    found = target.match(source.text, opening.end() if opening else start)
    if found is None:
        raise ValueError(f"{naming.span.path}:{naming.span.line}: {naming.words}")
    return Splice(found.start(), found.end(), words)


def _named(case: Renaming) -> Iterator[Naming]:
    """What names the record by its id; and mentions of others by a name that will be its id."""
    for naming in namings(case.content, case.meanings, lambda _: True):
        bare = split_kind(naming.words)[1]
        if naming.target == case.target:
            if naming.is_link or bare in (case.target.id, case.new.id):
                yield naming
        elif bare == case.new.id and naming.is_mention:
            yield naming


def _words(naming: Naming, case: Renaming) -> str:
    if naming.is_link:
        return f"/{record_address(*case.new)}"
    if not naming.is_mention:
        return case.new.id
    if naming.target != case.target:
        return f"{naming.target.kind}:{naming.target.id}"
    kind, _ = split_kind(naming.words)
    return f"{kind}:{case.new.id}" if kind else case.form


def _former_ids(parsed: Record, case: Renaming) -> Iterator[Splice]:
    """The old id after those before it, oldest first; an id that comes back is no former one any more."""
    record = parsed.record
    source = source_of(case.texts(record.path), record.path)
    if case.new.id not in record.former_ids:
        yield with_entries(source, "former_ids", [case.target.id], case.target.kind)
        return
    ids = [former for former in record.former_ids if former != case.new.id]
    yield from _in_their_place(source, [*ids, case.target.id])


def _in_their_place(source: SourceText, ids: list[str]) -> Iterator[Splice]:
    found = front_matter(source)
    node = node_at(found[0], "former_ids") if found else None
    nodes = node.nodes if isinstance(node, Sequence) else (node,)
    for entry, record_id in zip(nodes, ids, strict=True):
        if isinstance(entry, Scalar) and entry.text != record_id:
            yield Splice(entry.start, entry.end, scalar_text(record_id))


def _moved(path: str, new_id: str) -> str:
    pure = PurePosixPath(path)
    _, dot, rest = pure.name.partition(".")
    return (pure.parent / f"{new_id}{dot}{rest}").as_posix()
