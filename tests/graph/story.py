"""Content in code: records as short as a test needs them, and the rest of the world filled in.

`linked` gives the graph of some records, in which every actor, place and report they name exists; `findings` gives
what linking says of exactly these records.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph
from generator.graph.link import link
from generator.graph.references import references
from generator.model.figure import Figure
from generator.model.moment import Moment
from generator.model.parsed import Parsed, Places
from generator.model.prose import EMPTY, Mention, Parts, Prose
from generator.model.record_parts import Correction, FormerName, Name
from generator.model.records import (
    Actor,
    AnyRecord,
    Article,
    Citation,
    Claim,
    Event,
    Kind,
    Location,
    Office,
    Page,
    Participation,
    Statement,
    Topic,
    kind_of,
)
from generator.model.site_settings import Measure, Role, Site

ROLES = ("attacker", "defender", "target", "speaker", "addressee", "participant")
MEASURES = ("killed", "wounded", "captured")
SITE = Site(
    title="Dateline",
    roles=tuple(Role(role, role) for role in ROLES),
    measures=tuple(Measure(measure, measure) for measure in MEASURES),
)


@dataclass(frozen=True, slots=True)
class Told:
    """Content as `link` wants it."""

    records: tuple[Parsed[AnyRecord], ...]
    site: Site = SITE
    site_places: Places = field(default_factory=dict)
    unread: tuple[tuple[Kind, str], ...] = ()


def linked(*records: Parsed[AnyRecord], drafts: bool = False, site: Site = SITE) -> Graph:
    """The graph of the records in a world that has whatever they name."""
    graph, found = link(Told((*records, *_rest_of_the_world(records)), site), drafts=drafts)
    assert found == ()
    return graph


def findings(
    *records: Parsed[AnyRecord], drafts: bool = False, site: Site = SITE, site_places: Places | None = None
) -> tuple[Diagnostic, ...]:
    """What linking finds in exactly these records."""
    return link(Told(records, site, site_places or {}), drafts=drafts)[1]


def only_finding(*records: Parsed[AnyRecord], **options) -> Diagnostic:
    (finding,) = findings(*records, **options)
    return finding


def broken(*records: Parsed[AnyRecord]) -> Graph:
    """The graph of records in which linking finds faults."""
    graph, found = link(Told(records), drafts=False)
    assert found
    return graph


def ids(records: Iterable[AnyRecord]) -> list[str]:
    return [record.id for record in records]


def moment(text: str) -> Moment:
    return Moment.parse(text)


def day(text: str) -> int:
    number = moment(text).first_day
    assert number is not None
    return number


def event(event_id: str, date: str = "2014-08-24", *, actors: str = "", **fields) -> Parsed[AnyRecord]:
    """`actors` as `isil:attacker syria`; `locations`, `sources`, `topics` and relations as words."""
    parsed_fields = _texts(fields, "locations", "topics", "responds_to", "follows", "denies", "former_ids")
    parsed_fields["actors"] = tuple(_participation(text) for text in actors.split())
    sources = parsed_fields.pop("sources", "")
    parsed_fields["sources"] = tuple(Citation(article_id) for article_id in sources.split())
    parsed_fields.setdefault("title", event_id)
    return _parsed(Event, event_id, "content/events", parsed_fields, date=moment(date))


def article(article_id: str, published: str = "2014-08-25", **fields) -> Parsed[AnyRecord]:
    parsed_fields = _texts(fields, "based_on", "former_ids") | {
        "publisher": fields.get("publisher", "herald")
    }
    parsed_fields.setdefault("title", article_id)
    return _parsed(Article, article_id, "content/articles", parsed_fields, published=moment(published))


def actor(actor_id: str, **fields) -> Parsed[AnyRecord]:
    parsed_fields = _texts(fields, "former_ids")
    parsed_fields.setdefault("name", actor_id)
    return _parsed(Actor, actor_id, "content/actors", parsed_fields)


def location(location_id: str, kind: str = "country", **fields) -> Parsed[AnyRecord]:
    parsed_fields = _texts(fields, "former_ids") | {"kind": kind}
    parsed_fields.setdefault("name", location_id)
    return _parsed(Location, location_id, "content/locations", parsed_fields)


def topic(slug: str, title: str) -> Parsed[AnyRecord]:
    return _parsed(Topic, slug, "content/topics", {"title": title})


def page(page_id: str, title: str) -> Parsed[AnyRecord]:
    return _parsed(Page, page_id, "content/pages", {"title": title})


def claim(
    figure: str,
    *,
    by: str = "sohr",
    source: str = "report",
    measure: str = "killed",
    group="soldiers",
    **fields,
):
    """One figure from one party, of `killed` soldiers unless said otherwise."""
    dates = {name: moment(fields.pop(name)) for name in ("as_of", "scope") if name in fields}
    return Claim(
        measure=measure,
        group=group,
        figure=Figure.parse(figure),
        claimed_by=by,
        source=source,
        **dates,
        **fields,
    )


def said(by: str, text: str, *, to: str = "", source: str = "report") -> Statement:
    return Statement(by=by, text=text, to=tuple(to.split()), source=source)


def former(name: str, since: str = "", until: str = "") -> FormerName:
    return FormerName(name, moment(since) if since else None, moment(until) if until else None)


def office(body: str, title: str, since: str = "", source: str = "") -> Office:
    return Office(body=body, title=title, since=moment(since) if since else None, source=source)


def named(language: str, text: str) -> Name:
    return Name(language, text)


def correction(date: str, what: str = "wording", source: str = "") -> Correction:
    return Correction(date=moment(date), what=what, why="it was wrong", source=source)


def prose(text: str, first_line: int = 10) -> Prose:
    """A body of one sentence per line with its mentions, as Markdown would give it."""
    mentions: list[Mention] = []
    parts: list[str | int] = []
    for line, sentence in enumerate(text.splitlines(), first_line):
        context = _context(sentence, len(mentions))
        matches = list(_MENTION.finditer(sentence))
        mentions += [_mention(match, line, context) for match in matches]
        parts += context
    return Prose(tuple(parts), tuple(mentions))


_MENTION = re.compile(r"\[\[([^]|]+)(?:\|([^]]*))?\]\]")


def _mention(match: re.Match[str], line: int, context: Parts) -> Mention:
    return Mention(match[1], match[2] or "", line, match.start() + 1, len(match[0]), context)


def _context(sentence: str, first_index: int) -> Parts:
    parts: list[str | int] = []
    for index, text in enumerate(_MENTION.sub("\0", sentence).split("\0")):
        if index:
            parts.append(first_index + index - 1)
        if text:
            parts.append(text)
    return tuple(parts)


def _participation(text: str) -> Participation:
    actor_id, _, role = text.partition(":")
    return Participation(actor_id, role or "participant")


def _texts(fields: dict, *names: str) -> dict:
    return {
        name: tuple(value.split()) if name in names and isinstance(value, str) else value
        for name, value in fields.items()
    }


def _parsed(of: type, record_id: str, folder: str, fields: dict, **more) -> Parsed[AnyRecord]:
    places = fields.pop("places", {})
    body = fields.pop("body", EMPTY)
    body = prose(body) if isinstance(body, str) else body
    if isinstance(fields.get("summary"), str):
        fields["summary"] = prose(fields["summary"], first_line=3)
    return Parsed(of(id=record_id, path=f"{folder}/{record_id}.md", **fields, **more), body, places)


def _rest_of_the_world(records: Iterable[Parsed[AnyRecord]]) -> list[Parsed[AnyRecord]]:
    known = {(kind_of(parsed.record), parsed.record.id) for parsed in records}
    waiting = [parsed.record for parsed in records]
    rest = []
    while waiting:
        for reference in references(waiting.pop()):
            if (reference.kind, reference.id) not in known:
                known.add((reference.kind, reference.id))
                rest.append(MAKERS[reference.kind](reference.id))
                waiting.append(rest[-1].record)
    return rest


MAKERS = {"event": event, "article": article, "actor": actor, "location": location}
