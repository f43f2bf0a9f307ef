"""What words in prose mean, and the sentences at the other end."""

from __future__ import annotations

import pytest

from generator.graph.values import Backlink, Target
from generator.model.record_parts import Translation
from tests.graph.story import actor, article, event, former, linked, location, named, page, prose, topic

ISIL = actor(
    "islamic-state",
    name="Islamic State",
    aliases=("ISIL", "Da'esh"),
    former_names=(former("Al-Qaeda in Iraq", until="2006"),),
    names=(named("ar", "الدولة الإسلامية"),),
)
RAQQA = location("raqqa", name="Ar-Raqqah", names=(named("ar", "الرقة"),))


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("islamic-state", Target("actor", "islamic-state")),
        ("actor:islamic-state", Target("actor", "islamic-state")),
        ("actor: islamic-state", Target("actor", "islamic-state")),
        ("Islamic State", Target("actor", "islamic-state")),
        ("ISLAMIC STATE", Target("actor", "islamic-state")),
        ("isil", Target("actor", "islamic-state")),
        ("actor:ISIL", Target("actor", "islamic-state")),
        ("Daesh", Target("actor", "islamic-state")),
        ("Al Qaeda in Iraq", Target("actor", "islamic-state")),
        ("الدولة الاسلامية", Target("actor", "islamic-state")),
        ("raqqah", Target("location", "raqqa")),
        ("الرقه", Target("location", "raqqa")),
        ("falls", Target("event", "falls")),
        ("event:falls", Target("event", "falls")),
        ("article:paper", Target("article", "paper")),
        ("Sieges", Target("topic", "siege")),
        ("page:about", Target("page", "about")),
    ],
)
def test_what_words_mean(words, target):
    graph = linked(
        event("falls"),
        ISIL,
        RAQQA,
        article("paper", body=f"On [[{words}]]."),
        topic("siege", "Sieges"),
        page("about", "Us"),
    )
    assert graph.targets(graph.article("paper")) == (target,)


def test_an_id_goes_before_a_name():
    graph = linked(event("falls", body="[[raqqa]]"), location("raqqa"), actor("council", name="Raqqa"))
    assert graph.targets(graph.event("falls")) == (Target("location", "raqqa"),)


def test_a_name_that_two_forms_of_one_record_share_is_not_ambiguous():
    graph = linked(event("falls", body="[[ISIL]]"), actor("isil", name="ISIL", aliases=("Isil",)))
    assert graph.targets(graph.event("falls")) == (Target("actor", "isil"),)


def test_backlinks_have_their_sentence_and_its_targets():
    graph = linked(ISIL, RAQQA, event("falls", body="It was over.\n[[ISIL]] took [[raqqa|the city]] whole."))
    targets = (Target("actor", "islamic-state"), Target("location", "raqqa"))
    assert graph.backlinks("location", "raqqa") == (
        Backlink("event", "falls", (0, " took ", 1, " whole."), targets, 1),
    )
    assert graph.backlinks("actor", "islamic-state")[0].index == 0


def test_backlinks_stand_by_kind_then_in_the_order_of_the_kind_then_as_written():
    graph = linked(
        ISIL,
        article("paper", body="Of [[ISIL]]."),
        event("later", "2014-08-25", body="By [[ISIL]]."),
        event("earlier", "2014-08-24", summary="By [[ISIL]] again.", body="By [[ISIL]].\nThen [[ISIL]]."),
        actor("rival", body="Against [[ISIL]]."),
    )
    links = graph.backlinks("actor", "islamic-state")
    assert [(link.id, link.context[0]) for link in links] == [
        ("earlier", "By "),
        ("earlier", "By "),
        ("earlier", "Then "),
        ("later", "By "),
        ("paper", "Of "),
        ("rival", "Against "),
    ]


def test_two_mentions_in_one_sentence_are_one_backlink():
    graph = linked(ISIL, event("falls", body="[[ISIL]] said that [[Islamic State]] won."))
    assert len(graph.backlinks("actor", "islamic-state")) == 1
    assert len(graph.targets(graph.event("falls"))) == 2


def test_a_sentence_that_stands_in_the_summary_and_the_body_is_one_backlink():
    graph = linked(ISIL, event("falls", summary="[[ISIL]] won.", body="[[ISIL]] won."))
    assert len(graph.backlinks("actor", "islamic-state")) == 1


def test_a_record_does_not_link_back_to_itself():
    graph = linked(actor("isil", body="[[isil]] grew."))
    assert graph.targets(graph.actor("isil")) == (Target("actor", "isil"),)
    assert graph.backlinks("actor", "isil") == ()


def test_the_mentions_list_of_an_article_links_without_a_sentence():
    graph = linked(ISIL, RAQQA, article("paper", mentions=("location:raqqa", "islamic-state", "raqqa")))
    assert graph.backlinks("location", "raqqa") == (Backlink("article", "paper", (), (), -1),)


def test_translations_resolve_and_give_no_backlinks():
    arabic = Translation(language="ar", summary=prose("[[raqqa]]"), body=prose("[[ISIL]]\n[[raqqa]]"))
    graph = linked(ISIL, RAQQA, event("falls", translations=(arabic,)))
    falls = graph.event("falls")
    assert graph.translation_targets(falls, "ar") == (
        Target("actor", "islamic-state"),
        Target("location", "raqqa"),
    )
    assert graph.translation_summary_targets(falls, "ar") == (Target("location", "raqqa"),)
    assert graph.translation_targets(falls, "fr") == ()
    assert graph.backlinks("location", "raqqa") == ()


def test_a_record_without_mentions():
    graph = linked(event("falls", body="Nothing."))
    assert graph.targets(graph.event("falls")) == graph.summary_targets(graph.event("falls")) == ()
    assert graph.backlinks("event", "falls") == ()
