"""`sources.bib`: every report for BibTeX and biblatex.

Entry types and fields are those that classic styles know (Patashnik, "BibTeXing", 1988), with the fields of biblatex
that say more beside them (`date`, `urldate`, `langid`, `entrysubtype`): styles ignore what they do not know. Values
stand in two pairs of braces, so that no style lowers the case of a name or takes an outlet for a person.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.citations import date_parts, outlet, plain, remark
from generator.exports.download import Download, published
from generator.exports.file import FileOutput
from generator.exports.latex import latex, latex_url
from generator.exports.standing import article_total, standing
from generator.graph.graph import Graph
from generator.languages.message import message
from generator.model.calendar_names import SHORT_MONTHS
from generator.model.moment import Moment
from generator.model.records import Article, ArticleType

BIBTEX = Download(
    address="data/sources.bib",
    name=message("Sources (BibTeX)"),
    media_type="application/x-bibtex; charset=utf-8",
    fields=message(
        "For LaTeX and reference managers: key (the article's id), title, author as printed, outlet, date as exactly "
        "as it is known, address, day of retrieval, language, agency and archived copies in a note. UTF-8."
    ),
    records=article_total,
)
DOWNLOADS = (BIBTEX,)

ENTRIES: dict[ArticleType, tuple[str, str]] = {
    "news": ("article", "journal"),
    "wire": ("article", "journal"),
    "commentary": ("article", "journal"),
    "official": ("techreport", "institution"),
    "ngo": ("techreport", "institution"),
    "reference": ("misc", "howpublished"),
    "social": ("misc", "howpublished"),
}
"""Entry type, and the field that says who published it."""

LANGUAGES = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "he": "hebrew",
    "it": "italian",
    "fa": "persian",
    "ru": "russian",
    "tr": "turkish",
}
"""Languages by the names of babel and polyglossia, which biblatex asks for."""


def outputs(graph: Graph) -> Iterator[FileOutput]:
    """The one file."""
    yield from published(graph, BIBTEX, write)


def write(graph: Graph, _subject: str) -> bytes:
    """The reports, by date and id, below a line that says whose they are (what is outside of entries is a comment)."""
    head = f"Sources of {plain(graph.site.title)}".replace("@", " at ")
    entries = (_entry(graph, article) for article in standing(graph).articles)
    return "\n".join([f"% {head}\n", *entries]).encode()


def _entry(graph: Graph, article: Article) -> str:
    kind, container = ENTRIES[article.type]
    fields = {
        "title": _braced(article.title),
        "author": _braced(article.byline),
        container: _braced(outlet(graph, article)),
        **_dates(article.published),
        "url": f"{{{latex_url(article.url)}}}" if article.url else "",
        "urldate": f"{{{_iso(article.retrieved)}}}" if _iso(article.retrieved) else "",
        "langid": f"{{{LANGUAGES.get(article.language.partition('-')[0], '')}}}" if article.language else "",
        "entrysubtype": "{newspaper}" if kind == "article" else "",
        "note": f"{{{latex(remark(graph, article))}}}",
    }
    lines = [f"  {name} = {value}," for name, value in fields.items() if value.strip("{}")]
    return "\n".join([f"@{kind}{{{article.id},", *lines, "}", ""])


def _braced(text: str) -> str:
    return f"{{{{{latex(text)}}}}}"


def _dates(moment: Moment) -> dict[str, str]:
    """Year and month for classic styles, the whole date for biblatex; of what is no single date, the note tells."""
    parts = date_parts(moment)
    if not parts:
        return {}
    month = {"month": SHORT_MONTHS[parts[1] - 1].lower()} if len(parts) > 1 else {}
    return {"year": f"{{{parts[0]}}}", **month, "date": f"{{{_iso(moment)}}}"}


def _iso(moment: Moment | None) -> str:
    parts = date_parts(moment)
    return "-".join([f"{parts[0]:04d}", *(f"{part:02d}" for part in parts[1:])]) if parts else ""
