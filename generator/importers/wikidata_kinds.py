"""English labels of Wikidata's classes to kinds of actors and places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generator.model.records import ActorKind, LocationKind

_ACTORS: Final[Mapping[ActorKind, str]] = {
    "person": "human",
    "armed-group": "armed group, militant organization, militant organisation, paramilitary, paramilitary organization, "
    "guerrilla movement, insurgent group, rebel group, militia, designated terrorist group, terrorist organization",
    "government": "government, ministry, cabinet, executive branch, government agency, transitional government",
    "military": "military unit, armed forces, army, air force, navy, military branch, national army, land forces",
    "international-organisation": "international organization, international organisation, intergovernmental organization, "
    "united nations body, specialized agency of the united nations, regional organization",
    "ngo": "non-governmental organization, nongovernmental organization, human rights organization, charitable organization, "
    "nonprofit organization, humanitarian organization, international non-governmental organization",
    "media": "newspaper, daily newspaper, news agency, television channel, television station, broadcaster, radio station, "
    "magazine, news website, online newspaper, media company, news media, periodical",
    "political": "political party, political organization, political movement, political coalition, coalition",
    "community": "ethnic group, religious community, tribe, religious group, ethnoreligious group, clan",
}
_PLACES: Final[Mapping[LocationKind, str]] = {
    "country": "country, sovereign state, unrecognized state",
    "region": "region, geographic region, geographical region, historical region, autonomous region, plain, desert",
    "governorate": "governorate, governorate of syria, governorate of iraq, province, province of turkey, "
    "first-level administrative division, oblast",
    "district": "district, district of syria, district of iraq, subdistrict, nahiyah, county, second-level administrative "
    "division",
    "city": "city, big city, capital city, largest city, metropolis, million city",
    "town": "town, human settlement, market town",
    "village": "village, hamlet",
    "base": "military base, air base, military air base, army base, fort, naval base, barracks, military airbase",
    "crossing": "border crossing, border checkpoint, border control, checkpoint",
    "site": "building, bridge, dam, airport, international airport, hospital, school, mosque, church building, prison, "
    "archaeological site, oil field, gas field, power station, refugee camp, monument, hotel, power plant",
    "river": "river, stream, tributary, canal",
    "body-of-water": "lake, reservoir, sea, bay, gulf, strait",
}
_KINDS: Final[Mapping[str, str]] = {
    label.strip(): kind
    for table in (_ACTORS, _PLACES)
    for kind, labels in table.items()
    for label in labels.split(",")
}


def kind_of_class(label: str) -> str:
    """The kind that a class means; nothing for a class that is not known here."""
    plain = " ".join(label.lower().split())
    return _KINDS.get(plain, "")
