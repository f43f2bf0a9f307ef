"""What the scripts of a form ask while somebody types: what a date means, who is called so, how the text will look."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from generator.forms.values import text
from generator.graph.mentions import mentions_in
from generator.markdown.body import parse_body
from generator.model.figure import Figure
from generator.model.moment import Moment
from generator.model.names import slug
from generator.model.notation_error import NotationError
from generator.model.parsed import Parsed
from generator.model.prose import ROOT
from generator.model.records import KINDS, Kind, Page, label_of
from generator.pages.prose import prose_html
from generator.preview.editing.stock import Stock, note_on

MOST: Final = 12
"""Records that a picker shows at once."""

Answer = dict[str, Any]


def meaning(asked: Mapping[str, str]) -> Answer:
    """A date or a figure in words, or what is wrong with it."""
    written = " ".join(asked.get("text", "").split())
    try:
        if asked.get("sort") == "figure":
            return {"words": Figure.parse(written).words() if written else ""}
        return {"words": Moment.parse(written).words() if written else ""}
    except NotationError as error:
        return {"words": "", "wrong": error.message, "better": error.suggestion or ""}


def records(asked: Mapping[str, str], stock: Stock) -> Answer:
    """The records that words may mean."""
    kinds = [kind for kind in KINDS if kind in asked.get("kinds", "").split()]
    several = len(kinds) > 1
    rows = []
    for found in stock.search(asked.get("words", "")[:200], kinds)[:MOST]:
        label = label_of(found.record)
        rows.append(
            {
                "id": _written(found.target.kind, found.target.id, kinds, stock)
                if several
                else found.target.id,
                "label": label,
                "note": note_on(found.record),
                "by": found.name if found.name not in (label, found.target.id) else "",
            }
        )
    return {"records": rows}


def _written(kind: Kind, record_id: str, kinds: list[Kind], stock: Stock) -> str:
    """An id, with its kind where it stands in two."""
    others = [one for one in kinds if one != kind and stock.label((one,), record_id)]
    return f"{kind}:{record_id}" if others else record_id


def suggested(asked: Mapping[str, str]) -> Answer:
    """The id that a title gives."""
    return {"id": slug(asked.get("title", ""))}


def prose(asked: Mapping[str, str], stock: Stock) -> Answer:
    """A body as it will stand on the page, and what is wrong with it."""
    site, linked = stock.site, stock.snapshot.linked
    body, findings = parse_body(asked.get("text", ""), path="", first_line=1, language=site.language)
    page = Page(id="-", path="", title="-")
    mentions, unclear = mentions_in(Parsed(page, body, {}), linked.register)
    html = prose_html(
        linked.graph, body, mentions.targets(page, "body"), _moment(text(asked.get("date", "")))
    )
    faults = [f"{one.message}{'; ' if one.help else ''}{one.help}" for one in (*findings, *unclear)]
    return {"html": html.replace(ROOT, "/"), "faults": faults}


def _moment(written: str) -> Moment | None:
    try:
        return Moment.parse(written) if written else None
    except NotationError:
        return None
