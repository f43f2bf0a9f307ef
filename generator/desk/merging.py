"""`dateline merge`: two records become one. What named the first names the second, and its address leads there.

The second keeps every field as it is. Of the first, its ids and names go over; the rest is for an editor to bring, and
`left_behind` says what it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Final

from generator.authoring.front_matter import says_something
from generator.desk.lists import front_matter, node_at, with_entries, without_entries
from generator.desk.refusals import is_known, names_itself, to_itself, unknown
from generator.desk.renaming import files_of, replacing, unwritten_topic
from generator.desk.revision import Findings, Revision, Texts, gathered, new_errors, reading_errors
from generator.desk.splices import Splice, source_of
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.namings import (
    Meanings,
    Naming,
    Record,
    called,
    kinds_by_id,
    known,
    meanings_of,
    mention_form,
    namings,
)
from generator.graph.shelving import Content
from generator.graph.values import Target
from generator.model.addresses import record_address
from generator.model.names import fold
from generator.model.records import AnyRecord, Article, Event, Kind
from generator.reading.holdings import Holdings
from generator.reading.nodes import Sequence
from generator.reading.record_names import folder_of

_ID_LISTS: Final[dict[str, Kind]] = {
    "locations": "location",
    "topics": "topic",
    "responds_to": "event",
    "follows": "event",
    "denies": "event",
    "based_on": "article",
}
_GOES_OVER: Final = frozenset(
    {"id", "path", "former_ids", "name", "aliases", "names", "former_names", "draft", "imported"}
)


_Twins = dict[tuple[Target, str], tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Merger:
    """What is merged into what, among all the records."""

    content: Content
    meanings: Meanings
    gone: Target
    kept: Target
    form: str
    """How prose names what is kept."""
    texts: Texts


def merged(holdings: Holdings, gone: Target, kept: Target, texts: Texts) -> tuple[Revision, Findings]:
    """What makes one record of two; nothing, and why, where that cannot be done without a loss."""
    content, _ = holdings.content()
    findings = tuple(unknown(target, content) for target in (gone, kept) if not is_known(target, content))
    if gone == kept:
        findings = (to_itself(gone),)
    form = mention_form(kept, kinds_by_id(content))
    case = Merger(content, meanings_of(content), gone, kept, form, texts)
    findings = findings or reading_errors(holdings) or tuple(_bonds_between(case))
    if findings:
        return Revision(), findings
    revision = _revision(case)
    errors = new_errors(holdings, revision, revision.outcome(texts))
    return (Revision(), errors) if errors else (revision, ())


def left_behind(holdings: Holdings, gone: Target, kept: Target) -> tuple[str, ...]:
    """Fields (and `body`) in which the merged record says something that the other one does not say."""
    content, _ = holdings.content()
    records = dict(known(content))
    first, second = records.get(gone), records.get(kept)
    if first is None:
        return ()
    names = [one.name for one in fields(first.record) if one.name not in _GOES_OVER]
    left = [
        name
        for name in names
        if says_something(value := getattr(first.record, name) or ())
        and (second is None or value != getattr(second.record, name))
        and value != _default(first.record, name)
    ]
    return (*left, *(("body",) if first.body else ()))


def _default(record: AnyRecord, name: str) -> object:
    return next(one.default for one in fields(record) if one.name == name)


def _bonds_between(case: Merger) -> Iterator[Diagnostic]:
    """Fields in which the record that stays names the other one."""
    for naming in namings(case.content, case.meanings, lambda target: target == case.gone):
        if naming.by == case.kept and naming.field:
            yield names_itself(naming, case.kept)


def _revision(case: Merger) -> Revision:
    records = dict(known(case.content))
    gone, kept = records.get(case.gone), records.get(case.kept)
    twins = dict(_twins(case))
    splices = [
        splice
        for naming in namings(case.content, case.meanings, lambda target: target == case.gone)
        if naming.by != case.gone and (naming.by, naming.field) not in twins
        for splice in replacing(naming, _words(naming, case), case.texts)
    ]
    splices += _without_twins(case, twins)
    former = (*(gone.record.former_ids if gone else ()), case.gone.id)
    made = {}
    if kept is None:
        made[f"content/{folder_of('topic')}/{case.kept.id}.md"] = unwritten_topic(case.kept.id, former)
    else:
        splices += [(kept.record.path, splice) for splice in _additions(case, gone, kept, former)]
    return Revision(gathered(splices), removed=files_of(gone) if gone else (), made=made)


def _words(naming: Naming, case: Merger) -> str:
    if naming.is_link:
        return f"/{record_address(*case.kept)}"
    return case.form if naming.is_mention else case.kept.id


def _additions(case: Merger, gone: Record | None, kept: Record, former: tuple[str, ...]) -> Iterator[Splice]:
    """Former ids, and the names by which readers and prose may look for the merged record."""
    source = source_of(case.texts(kept.record.path), kept.record.path)
    yield with_entries(source, "former_ids", former, case.kept.kind)
    has = {fold(name) for name in called(kept.record)}
    names = {fold(name): name for name in reversed(called(gone.record) if gone else ())}
    new = [name for folded, name in reversed(names.items()) if folded not in has]
    if new:
        yield with_entries(source, "aliases", new, case.kept.kind)


def _twins(case: Merger) -> Iterator[tuple[tuple[Target, str], tuple[str, int]]]:
    """Entries that would stand in their list twice: record and field of each, to its list and index there."""
    for target, parsed in known(case.content):
        for form, entries in _lists(parsed.record, case):
            name, _, rest = form.partition("[]")
            for at, entry in enumerate(entries):
                if entry[0] == case.gone.id and (case.kept.id, *entry[1:]) in entries:
                    yield (target, f"{name}.{at}{rest}"), (name, at)


def _lists(record: AnyRecord, case: Merger) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """Lists that may name the records, as a path with `[]` for the index, and what makes two entries the same."""
    kind = case.gone.kind
    for name, of in _ID_LISTS.items():
        if of == kind:
            yield f"{name}[]", [(entry,) for entry in getattr(record, name, ())]
    if isinstance(record, Article):
        meant = [case.meanings.of(words) for words in record.mentions]
        yield "mentions[]", [(target.id if target and target.kind == kind else "",) for target in meant]
    elif isinstance(record, Event) and kind == "article":
        yield "sources[].article", [(one.article, one.locator, one.quote) for one in record.sources]
    elif isinstance(record, Event) and kind == "actor":
        yield "actors[].actor", [(part.actor, part.role) for part in record.actors]
        for at, statement in enumerate(record.statements):
            yield f"statements.{at}.to[]", [(hearer,) for hearer in statement.to]


def _without_twins(case: Merger, twins: _Twins) -> Iterator[tuple[str, Splice]]:
    records = dict(known(case.content))
    by_list: dict[tuple[Target, str], list[int]] = {}
    for (target, _), (name, at) in twins.items():
        by_list.setdefault((target, name), []).append(at)
    for (target, name), gone in by_list.items():
        path = records[target].record.path
        source = source_of(case.texts(path), path)
        found = front_matter(source)
        node = node_at(found[0], name) if found else None
        if isinstance(node, Sequence) and target != case.gone:
            yield from ((path, splice) for splice in without_entries(source, node, gone))
