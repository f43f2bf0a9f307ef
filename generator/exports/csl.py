"""`sources.csl.json`: every report as Zotero, pandoc and citation processors read it (CSL-JSON, schema 1.0.2 of the
Citation Style Language).

A date that is known to the month has no day; about a date `circa` says that it is not sure; what is no single date is
given in words (`literal`), which processors print as they stand.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.exports.citations import date_parts, outlet, plain, remark
from generator.exports.download import Download, published
from generator.exports.file import FileOutput
from generator.exports.standing import article_total, standing
from generator.graph.graph import Graph
from generator.languages.message import message
from generator.model.edtf_spans import Interval
from generator.model.moment import Moment
from generator.model.records import Article, ArticleType
from generator.pages.wording import ARTICLE_TYPE_WORDS

CSL = Download(
    address="data/sources.csl.json",
    name=message("Sources (CSL-JSON)"),
    media_type="application/vnd.citationstyles.csl+json",
    fields=message(
        "For Zotero, pandoc and citation processors: type, title, author as printed, outlet, date as exactly as it "
        "is known, language, address, day of retrieval, agency and archived copies in a note."
    ),
    records=article_total,
)
DOWNLOADS = (CSL,)

TYPES: dict[ArticleType, str] = {
    "news": "article-newspaper",
    "wire": "article-newspaper",
    "commentary": "article-newspaper",
    "official": "report",
    "ngo": "report",
    "reference": "entry-encyclopedia",
    "social": "post",
}


def outputs(graph: Graph) -> Iterator[FileOutput]:
    """The one file."""
    yield from published(graph, CSL, write)


def write(graph: Graph, _subject: str) -> bytes:
    """The list of reports, by date and id, a line for each."""
    entries = (_entry(graph, article) for article in standing(graph).articles)
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    return f"[\n{lines}\n]\n".encode()


def _entry(graph: Graph, article: Article) -> dict[str, object]:
    """One report; a report of an authority or NGO has a publisher, any other stands in an outlet."""
    kind = TYPES[article.type]
    container = "publisher" if kind == "report" else "container-title"
    said: dict[str, object] = {
        "title": plain(article.title),
        "author": [{"literal": plain(article.byline)}] if article.byline else [],
        container: outlet(graph, article),
        "issued": _date(article.published),
        "accessed": _date(article.retrieved) if article.retrieved else {},
        "URL": article.url,
        "language": article.language,
        "genre": ARTICLE_TYPE_WORDS[article.type],
        "note": remark(graph, article),
    }
    return {"id": article.id, "type": kind, **{name: value for name, value in said.items() if value}}


def _date(moment: Moment) -> dict[str, object]:
    """A date variable of CSL: one date, two for an interval whose ends are both dates, or words."""
    expression = moment.expression
    if isinstance(expression, Interval):
        parts = [date_parts(moment.start), date_parts(moment.end)]
    else:
        parts = [date_parts(moment)]
    if not all(parts):
        return {"literal": moment.words()}
    doubt = {"circa": True} if moment.approximate or moment.uncertain else {}
    return {"date-parts": [list(numbers) for numbers in parts], **doubt}
