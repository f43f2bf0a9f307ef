"""The sources as CSL-JSON and BibTeX, read back by citeproc-py and pybtex."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import example, given
from hypothesis import strategies as st
from pybtex.database import parse_string

from generator.exports import bibtex, csl
from generator.exports.citations import plain
from generator.exports.latex import latex, latex_url
from generator.model.records import Archived
from tests.exports.compiled import compiled
from tests.exports.csl_schema import CSL_SCHEMA
from tests.graph.story import actor, article, linked, moment

SITES = ["model", "ours"]


def as_csl(graph) -> list[dict]:
    found = json.loads(csl.write(graph, ""))
    jsonschema.validate(found, CSL_SCHEMA)
    return found


def as_bibtex(graph) -> dict:
    return dict(parse_string(bibtex.write(graph, "").decode(), "bibtex").entries)


def report(published="2014-08-25", **fields):
    """A graph of one report, in The Herald."""
    herald = actor("herald", name="The Herald")
    return linked(article("falls", published, title="Base falls", **fields), herald)


def bare(value: str) -> str:
    """A field of BibTeX as LaTeX would print it."""
    for escaped, character in (
        (r"\textbackslash{}", "\0"),
        (r"\textasciicircum{}", "^"),
        (r"\textasciitilde{}", "~"),
        (r"\textbraceleft{}", "\1"),
        (r"\textbraceright{}", "\2"),
    ):
        value = value.replace(escaped, character)
    value = re.sub(r"\\([$&#%_])", r"\1", value.removeprefix("{").removesuffix("}"))
    return value.translate({0: "\\", 1: "{", 2: "}"})


# All of them


@pytest.mark.parametrize("site", SITES)
def test_every_article_is_in_csl_with_its_key_fields(site):
    graph = compiled(site)
    found = {entry["id"]: entry for entry in as_csl(graph)}
    assert list(found) == [record.id for record in graph.articles]
    for record in graph.articles:
        entry = found[record.id]
        outlet = graph.name_on(graph.actor(record.publisher), record.published)
        assert entry["title"] == record.title
        assert plain(outlet) in {entry.get("container-title"), entry.get("publisher")}
        assert entry.get("URL", "") == record.url
        assert entry.get("language", "") == record.language


@pytest.mark.parametrize("site", SITES)
def test_every_article_is_in_bibtex_with_its_key_fields(site):
    graph = compiled(site)
    found = as_bibtex(graph)
    assert list(found) == [record.id for record in graph.articles]
    for record in graph.articles:
        fields = found[record.id].fields
        assert bare(fields["title"]) == record.title
        assert fields.get("url", "") == latex_url(record.url)
        assert record.published.text.startswith(fields.get("year", ""))


def test_a_citation_processor_prints_every_source():
    graph = compiled("ours")
    source = CiteProcJSON(as_csl(graph))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for record in graph.articles:
        bibliography.register(Citation([CitationItem(record.id)]))
    printed = [str(entry) for entry in bibliography.bibliography()]
    assert len(printed) == len(graph.articles)
    one = next(text for text in printed if "Over 500 Dead as IS Takes Last Syrian Army Base" in text)
    assert "Naharnet" in one
    assert "2014" in one


# One of them


@pytest.mark.parametrize(
    ("published", "issued"),
    [
        ("2014-08-25", {"date-parts": [[2014, 8, 25]]}),
        ("2014-08-25T14:30+03:00", {"date-parts": [[2014, 8, 25]]}),
        ("2014-08", {"date-parts": [[2014, 8]]}),
        ("2014", {"date-parts": [[2014]]}),
        ("2014-08~", {"date-parts": [[2014, 8]], "circa": True}),
        ("2014-08-18/2014-08-24", {"date-parts": [[2014, 8, 18], [2014, 8, 24]]}),
        ("2014-21", {"literal": "spring 2014"}),
        ("2014-08-18/..", {"literal": "18 August 2014 – ongoing"}),
        ("[2014..]", {"literal": "2014 or later"}),
    ],
)
def test_a_date_claims_no_more_than_is_known(published, issued):
    assert as_csl(report(published))[0]["issued"] == issued


@pytest.mark.parametrize(
    ("published", "fields"),
    [
        ("2014-08-25", {"year": "2014", "month": "August", "date": "2014-08-25"}),
        ("2014-08", {"year": "2014", "month": "August", "date": "2014-08"}),
        ("2014", {"year": "2014", "date": "2014"}),
        ("[2014..]", {"note": "published: 2014 or later"}),
    ],
)
def test_bibtex_has_the_parts_of_a_date_that_are_known(published, fields):
    found = as_bibtex(report(published))["falls"].fields
    assert {name: found[name] for name in ("year", "month", "date", "note") if name in found} == fields


@pytest.mark.parametrize(
    ("type_", "csl_type", "entry"),
    [
        ("news", "article-newspaper", "article"),
        ("ngo", "report", "techreport"),
        ("reference", "entry-encyclopedia", "misc"),
        ("social", "post", "misc"),
    ],
)
def test_types_are_those_of_the_field(type_, csl_type, entry):
    graph = report(type=type_)
    assert as_csl(graph)[0]["type"] == csl_type
    assert as_bibtex(graph)["falls"].type == entry


def test_everything_an_article_says_of_its_report():
    graph = report(
        byline="Ann Lee and Omar Haddad",
        agency="afp",
        url="https://example.org/a_b?x={1}",
        language="ar",
        retrieved=moment("2026-11-01"),
        archived=(Archived("https://archive.example/1", moment("2014-09-01")),),
    )
    (entry,) = as_csl(graph)
    assert entry["author"] == [{"literal": "Ann Lee and Omar Haddad"}]
    assert entry["accessed"] == {"date-parts": [[2026, 11, 1]]}
    assert entry["note"] == "after afp; archived: https://archive.example/1 (1 September 2014)"
    found = as_bibtex(graph)["falls"]
    assert found.fields["url"] == "https://example.org/a_b?x=%7B1%7D"
    assert found.fields["urldate"] == "2026-11-01"
    assert found.fields["langid"] == "arabic"
    assert bare(found.fields["note"]) == entry["note"]
    assert [bare(str(person)) for person in found.persons["author"]] == ["Ann Lee and Omar Haddad"]


def test_drafts_are_not_among_them():
    graph = linked(article("secret", draft=True), article("open"), drafts=True)
    assert [entry["id"] for entry in as_csl(graph)] == list(as_bibtex(graph)) == ["open"]


# Any text


@given(st.text(st.sampled_from('{}\\"$&#%_^~@, aZ\né'), min_size=1, max_size=20) | st.text(max_size=80))
@example("{")
@example("\\}")
def test_any_title_means_itself_in_bibtex(title):
    source = f"@misc{{key,\n  title = {{{{{latex(title)}}}}},\n  note = {{after}},\n}}\n"
    fields = parse_string(source, "bibtex").entries["key"].fields
    assert bare(fields["title"]) == plain(title)
    assert fields["note"] == "after"


@given(st.text(max_size=80))
def test_no_address_ends_its_field(url):
    found = latex_url(url)
    assert found.isascii()
    assert not set(found) & set('{}\\ "')
