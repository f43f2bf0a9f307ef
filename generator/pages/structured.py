"""schema.org values for the JSON-LD of pages: the site, its lists, and pages as such. They say nothing that the page does
not say. What records are about is in `things`.

Addresses are absolute, so a site that does not know its own leaves them out. Types and properties are those of
schema.org 30.0, and tests hold every page of the shipped site against them.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.model.site_settings import Site
from generator.pages.trail import trail

Thing = dict[str, object]


def thing(kind: str, name: str, **properties: object) -> Thing:
    """A schema.org value; properties that are empty are left out."""
    return {"@type": kind, "name": name, **{key: value for key, value in properties.items() if value}}


def document(value: Thing) -> Thing:
    """A value that stands on its own in a page."""
    return {"@context": "https://schema.org", **value}


def url(graph: Graph, address: str) -> str:
    """The absolute address of a page, or empty."""
    base = graph.site.base_url.rstrip("/")
    return f"{base}/{address}" if base else ""


def shared_url(site: Site, address: str) -> str:
    """The absolute address of a file that all languages of the site share, or empty."""
    base = (site.original or site).base_url.rstrip("/")
    return f"{base}/{address}" if base else ""


def in_other_languages(graph: Graph, address: str) -> Thing:
    """Of what a page is a translation, or its translations, by address."""
    site = graph.site
    if not site.languages or not site.base_url:
        return {}
    if site.original:
        return {"translationOfWork": {"@id": shared_url(site, address)}}
    return {"workTranslation": [{"@id": url(graph, f"{language}/{address}")} for language in site.languages]}


def licence_url(graph: Graph) -> str:
    """The site's licence where it is given as an address, as schema.org wants it; else empty."""
    return graph.site.licence if graph.site.licence.startswith("https://") else ""


def website(graph: Graph) -> Thing:
    """The site itself, for the home page."""
    site = graph.site
    return document(
        thing(
            "WebSite",
            site.title,
            url=url(graph, ""),
            description=site.description,
            inLanguage=site.language,
            license=licence_url(graph),
            **in_other_languages(graph, ""),
            publisher=thing("Organization", site.author) if site.author else None,
        )
    )


def collection(graph: Graph, name: str, address: str) -> Thing:
    """A list of records."""
    return document(page("CollectionPage", graph, name, address))


def free_page(graph: Graph, name: str, address: str, mentions: Sequence[Thing]) -> Thing:
    """A page of prose and what it names; About has a type of its own."""
    kind = "AboutPage" if address == "about/" else "WebPage"
    return document(page(kind, graph, name, address, mentions=mentions))


def page(
    kind: str,
    graph: Graph,
    name: str,
    address: str,
    way: Sequence[tuple[str, str]] = (),
    mentions: Sequence[Thing] = (),
) -> Thing:
    """A page of the site, what its prose names, and the way to it: `way`, or that of its address."""
    return thing(
        kind,
        name,
        url=url(graph, address),
        inLanguage=graph.site.language,
        license=licence_url(graph),
        **in_other_languages(graph, address),
        isPartOf=thing("WebSite", graph.site.title, url=url(graph, "")),
        breadcrumb=breadcrumbs(graph, way or trail(graph, address, name)) if graph.site.base_url else None,
        mentions=list(mentions),
    )


def breadcrumbs(graph: Graph, way: Sequence[tuple[str, str]]) -> Thing:
    """The way from the home page: label and address of each step, the page itself last."""
    steps = [(language_of(graph).say("Home"), ""), *way]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            thing("ListItem", label, position=number, item=url(graph, address))
            for number, (label, address) in enumerate(steps, 1)
        ],
    }
