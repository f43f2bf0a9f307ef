"""Made-up values for pieces of the style guide that a site may do without: what is corrected, withdrawn, moved, added up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.graph.graph import Graph
from generator.pages.cards import ArticleCard, Card, Name
from generator.pages.corrections import CorrectionRow
from generator.pages.dates import Date
from generator.pages.figures import TotalRow
from generator.pages.page import PageOutput, View, pager

_DAY: Final = Date("24 August 2014", "2014-08-24")
_EVENT: Final = Name("Fighters take the bridge", "")
_REPORT: Final = ArticleCard("", "Bridge falls after a night of fighting", "", "The Wire", _DAY)
_CARD: Final = Card(
    "",
    _EVENT.label,
    _DAY,
    "Riverside",
    "reported",
    "Reported",
    "key",
    "point",
    draft=True,
    summary="Two outlets say so.",
)
_CORRECTION: Final = CorrectionRow(
    _DAY,
    "figure",
    "about 200",
    "at least 150",
    "The agency corrected its own report.",
    False,
    _REPORT,
    _EVENT,
)
_WITHDRAWN: Final = CorrectionRow(
    _DAY, "withdrawn", "", "", "Both reports went back to one post that was false.", True, None, _EVENT
)
_TOTAL: Final = TotalRow(
    "killed", Name("River Brigade"), "150 to 210", "3 events", ((_CARD, "part of another"),), 2
)


def samples() -> Iterator[PageOutput]:
    """Pages of the samples: pieces that several pages share, a withdrawn record, and one that has moved."""

    def shared(_graph: Graph, _subject: str) -> View:
        return {
            "cards": [_CARD],
            "corrections": [_CORRECTION, _WITHDRAWN],
            "totals": [_TOTAL],
            "pager": pager("", 3, 9),
        }

    def withdrawn(_graph: Graph, _subject: str) -> View:
        return {
            "title": _EVENT.label,
            "description": "",
            "label": _EVENT.label,
            "what": "This event",
            "date": _DAY,
            "rows": [_WITHDRAWN],
            "draft": False,
        }

    def moved(_graph: Graph, _subject: str) -> View:
        return {"title": _EVENT.label, "description": "", "record": _EVENT, "now": ""}

    yield PageOutput(address="", template="preview/samples.html", view=shared, listed=False)
    yield PageOutput(address="", template="tombstone.html", view=withdrawn, listed=False)
    yield PageOutput(address="", template="redirect.html", view=moved, listed=False)
