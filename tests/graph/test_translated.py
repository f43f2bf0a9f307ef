"""The graph in another language: what is translated, what is not, and what follows from it."""

from __future__ import annotations

import pickle
from dataclasses import replace

from generator.graph.graph import Graph
from generator.graph.traced import TracedGraph
from generator.graph.translated import in_language
from generator.model.moment import Moment
from generator.model.prose import EMPTY, Prose
from generator.model.record_parts import Name, Translation
from generator.model.site_settings import Label, Role, SiteTranslation
from generator.model.untranslated import Untranslated, left_in
from tests.graph.story import SITE, actor, event, linked, location, prose

ARABIC = SiteTranslation(
    language="ar",
    title="خط",
    roles=(Label("attacker", "مهاجم"),),
    words=(Label("civilians", "مدنيون"), Label("sohr", "لا أحد")),
)
TONGUES = replace(SITE, languages=("ar",), translations=(ARABIC,), base_url="https://a.example/")


def said(**values: object) -> tuple[Translation, ...]:
    return (Translation(language="ar", **values),)  # type: ignore[arg-type]


def arabic(*records, site=TONGUES) -> Graph:
    return in_language(linked(*records, site=site), "ar")


def test_each_field_falls_back_by_itself() -> None:
    graph = arabic(
        event("a", "2014-08-01", title="A", translations=said(title="أ")),
        event("b", "2014-08-02", title="B", translations=said(summary=Prose(("موجز",)))),
    )
    a, b = graph.event("a"), graph.event("b")
    assert (a.title, left_in(a.title)) == ("أ", "")
    assert (b.title, left_in(b.title)) == ("B", "en")
    assert (b.summary.parts, left_in(b.summary)) == (("موجز",), "")
    assert a.summary == EMPTY


def test_names_of_actors_and_places_are_theirs() -> None:
    graph = arabic(
        actor("one", name="One", names=(Name("ar", "واحد"), Name("ku", "yek"))),
        actor("two", name="Two", names=(Name("ar", "اثنان"),), translations=said(title="الاثنان")),
        location("three", name="Three", kind="country"),
    )
    assert graph.actor("one").name == "واحد"
    assert graph.actor("one").names == (Name("en", "One"), Name("ku", "yek"))
    assert graph.actor("two").name == "الاثنان"
    assert left_in(graph.location("three").name) == "en"
    assert [one.id for one in graph.actors] == ["two", "one"], "in the order of their Arabic names"


def test_the_site_speaks_for_itself() -> None:
    site = arabic(event("a", "2014-08-01")).site
    assert (site.language, site.title, site.base_url) == ("ar", "خط", "https://a.example/ar/")
    assert site.original is not None
    assert site.original.language == "en"
    roles: dict[str, Role] = {role.slug: role for role in site.roles}
    assert roles["attacker"].label == "مهاجم"
    assert left_in(roles["target"].label) == "en"


def test_a_mention_in_a_translation_is_a_backlink_there() -> None:
    body = prose("قرب [[raqqa]].")
    graph = linked(
        event("a", "2014-08-01", body="Near [[homs]].", translations=said(body=body)),
        location("homs", kind="country"),
        location("raqqa", kind="country"),
        site=TONGUES,
    )
    spoken = in_language(graph, "ar")
    assert [link.id for link in graph.backlinks("location", "homs")] == ["a"]
    assert graph.backlinks("location", "raqqa") == ()
    assert spoken.backlinks("location", "homs") == ()
    assert [(link.id, link.language) for link in spoken.backlinks("location", "raqqa")] == [("a", "")]


def test_what_was_asked_in_a_language_is_noted() -> None:
    traced = TracedGraph(linked(event("a", "2014-08-01"), site=TONGUES))
    in_language(traced, "ar").event("a")  # type: ignore[arg-type]
    assert traced.reads == {"=event/a"}
    assert in_language(traced, "ar") is in_language(traced, "ar")  # type: ignore[arg-type]


def test_the_original_is_its_own() -> None:
    graph = linked(event("a", "2014-08-01", date_basis="why"), site=TONGUES)
    assert in_language(graph, "") is graph
    assert in_language(graph, "ar") is in_language(graph, "ar")
    kept = pickle.loads(pickle.dumps(in_language(graph, "ar").event("a").date_basis))  # noqa: S301 - our own
    assert type(kept) is Untranslated
    assert (kept, kept.language) == ("why", "en")
    assert graph.event("a").date == Moment.parse("2014-08-01")
