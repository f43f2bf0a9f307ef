"""`articles.csv`: a row for each report."""

from __future__ import annotations

from generator.exports.links import record_link
from generator.exports.tables.column import Column, first_day, ids, last_day
from generator.graph.graph import Graph
from generator.graph.values import Target
from generator.model.records import Article
from generator.pages.prose import summary_text


def _publisher(graph: Graph, article: Article) -> str:
    return graph.name_of(Target("actor", article.publisher), article.published)


COLUMNS: tuple[Column[Article], ...] = (
    Column("id", "permanent id", lambda _, article: article.id),
    Column("title", "the headline as published", lambda _, article: article.title),
    Column("publisher_id", "the actor that published it", lambda _, article: article.publisher),
    Column("publisher", "its name of that day", _publisher),
    Column("published", "EDTF", lambda _, article: article.published),
    Column("published_earliest", "first day that it may be", lambda _, article: first_day(article.published)),
    Column("published_latest", "last day that it may be", lambda _, article: last_day(article.published)),
    Column("byline", "its authors as printed", lambda _, article: article.byline),
    Column("agency_id", "the wire it leans on", lambda _, article: article.agency),
    Column("based_on", "ids of the articles it was rewritten from", lambda _, article: ids(article.based_on)),
    Column("type", "what kind of report it is", lambda _, article: article.type),
    Column("language", "BCP 47 tag", lambda _, article: article.language),
    Column("url", "the report itself", lambda _, article: article.url),
    Column(
        "archived",
        "addresses of archived copies, a space between",
        lambda _, article: " ".join(copy.url for copy in article.archived),
    ),
    Column("retrieved", "when we read it, EDTF", lambda _, article: article.retrieved),
    Column("summary", "what it says, in our words", summary_text),
    Column(
        "event_ids",
        "events that rest on it",
        lambda graph, article: ids(event.id for event in graph.resting_on(article.id).events),
    ),
    Column("corrections", "how many lines of the ledger it has", lambda _, article: len(article.corrections)),
    Column("link", "its page on this site", record_link),
)
"""In the order of the file."""
