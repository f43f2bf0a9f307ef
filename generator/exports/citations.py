"""What every format for reference managers says of an article: what it is in, who it names, and dates as they are known."""

from __future__ import annotations

from generator.exports.permanent import legal
from generator.exports.standing import standing
from generator.graph.graph import Graph
from generator.model.edtf_clock import DateAndTime
from generator.model.edtf_date import CalendarDate
from generator.model.moment import Moment
from generator.model.records import Article

Parts = tuple[int, ...]
"""Year; year and month; or year, month and day."""


def plain(text: str) -> str:
    """A text on one line, without characters that XML and reference managers cannot carry."""
    return " ".join(legal(text).split())


def outlet(graph: Graph, article: Article) -> str:
    """Who published it, by the name of that day."""
    return _name(graph, article.publisher, article.published)


def agency(graph: Graph, article: Article) -> str:
    """The agency it leans on, or empty."""
    return _name(graph, article.agency, article.published) if article.agency else ""


def date_parts(moment: Moment | None) -> Parts:
    """The known parts of one date of the years 1 to 9999; empty for what is none (a season, an interval, `201X`)."""
    expression = moment.expression if moment else None
    date = expression.date if isinstance(expression, DateAndTime) else expression
    if not isinstance(date, CalendarDate) or not date.is_plain or date.year <= "0000":
        return ()
    return tuple(map(int, date.parts))


def remark(graph: Graph, article: Article) -> str:
    """What reference managers have no field for: the agency, the kept copies, a date that is no date."""
    source = agency(graph, article)
    copies = [
        f"archived: {copy.url}{f' ({copy.at.words()})' if copy.at else ''}" for copy in article.archived
    ]
    undated = "" if date_parts(article.published) else f"published: {article.published.words()}"
    return plain("; ".join(filter(None, [f"after {source}" if source else "", undated, *copies])))


def _name(graph: Graph, actor_id: str, on: Moment) -> str:
    """Nothing of an actor that the files do not hold."""
    known = standing(graph).has("actor", actor_id)
    return plain(graph.name_on(graph.actor(actor_id), on)) if known else ""
