"""Every fact of the first article is on the site, with who said so."""

from __future__ import annotations

import pytest

from tests.site.published import PublishedSite

FACTS = {
    "events/tabqa-offensive-2014/": ["346", "170", "hundreds", "Observatory"],
    "events/tabqa-falls-2014-08-24/": ["150", "Alawite", "Rami Abdel Rahman", "dpa", "Monday", "Sunday"],
    "events/tabqa-withdrawal-2014-08-24/": ["desert", "road", "safety"],
    "events/tabqa-army-strikes-2014-08-25/": ["air strikes"],
    "events/moallem-offer-2014-08-25/": [
        "double standards",
        "even if it was late",
        "2170",
        "sovereignty",
        "inside the international coalition to fight terrorism",
        "seriousness",
        "United States",
        "Britain",
    ],
    "events/us-rejects-cooperation-2014-08/": ["protests", "al-Assad"],
    "events/dempsey-in-flight-2014-08-24/": [
        "from multiple directions in order to initially disrupt and eventually defeat them",
        "plotting against the homeland",
        "Sunday",
        "Monday",
    ],
    "events/dempsey-pentagon-2014-08-21/": ["Syria"],
    "events/white-house-terrorist-attack-2014-08-22/": ["terrorist attack", "restricted"],
    "events/earnest-briefing-2014-08-25/": [
        "robust American military action",
        "The President has not made a decision to pursue any sort of military action in Syria",
        "Congress",
        "range of options",
    ],
    "events/foley-video-2014-08-19/": ["James Foley", "19 August 2014"],
    "events/unsc-2170-2014-08-15/": ["travel", "arms", "15 August 2014"],
    "events/caliphate-declared-2014-06-29/": ["caliphate"],
    "events/isil-retakes-raqqa-2014-01/": ["year before", "January"],
    "events/raqqa-bases-campaign-2014/": ["three"],
    "events/division-17-2014-07/": ["Division 17"],
    "events/brigade-93-2014-08/": ["Brigade 93"],
    "events/deir-ez-zor-takeover-2014/": ["Deir ez-Zor"],
    "events/northern-iraq-offensive-2014/": ["June"],
    "actors/syrian-rebels/": ["terrorist"],
}


@pytest.mark.parametrize("address", FACTS)
def test_the_fact_stands_on_its_page(shipped: PublishedSite, address: str) -> None:
    words = shipped.page(address).words
    assert [fact for fact in FACTS[address] if fact.casefold() not in words.casefold()] == []


def test_the_article_lists_the_events_that_rest_on_it(shipped: PublishedSite) -> None:
    links = {link for _, link in shipped.page("articles/hindu-20140826-assad-offer/").links}
    events = [address for address in FACTS if address.startswith("events/")]
    assert [address for address in events if f"../../{address}" not in links] == []
