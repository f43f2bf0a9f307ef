"""What a feed must never change: the ids of its entries; and what XML and RFC 3339 can say.

An id is the first address that a record was published at, so it outlives edits of title and date, and a new id too
as long as `former_ids` names the old one first. It holds while the site stays where it is. A site that has not said
where that is gets name-based UUIDs (RFC 4122, version 5) of its title and the address: they hold while it keeps its
title, and are replaced once by addresses when `base_url` is set.
"""

from __future__ import annotations

import re
import uuid
from urllib.parse import quote

from generator.graph.graph import Graph
from generator.model.addresses import record_address
from generator.model.civil import civil_of, day_of
from generator.model.names import slug
from generator.model.record_parts import Correction
from generator.model.records import AnyRecord, kind_of

FIRST_DAY, LAST_DAY = day_of(1, 1, 1), day_of(9999, 12, 31)
"""The years that both RFC 3339 and XML Schema's `dateTime` can write."""

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot carry (production 2, Char)."""


def base_of(graph: Graph) -> str:
    """The site's own address, ending in `/`; empty where it does not say."""
    base = graph.site.base_url.rstrip("/")
    return f"{base}/" if base else ""


def permanent_id(graph: Graph, address: str) -> str:
    """The id of what was first published at an address of this site."""
    base = base_of(graph)
    if base:
        return f"{base}{address}"
    site = graph.site
    own = f"{site.original.title}/{site.language}" if site.original else site.title
    return uuid.uuid5(uuid.NAMESPACE_URL, f"dateline:{own}/{address}").urn


def first_address(record: AnyRecord) -> str:
    """The address of the record's page under the oldest id it had: `former_ids` lists them oldest first."""
    return record_address(kind_of(record), (*record.former_ids, record.id)[0])


def correction_name(correction: Correction) -> str:
    """What names a line of the ledger within its record: `correction-2014-09-02-claims`, whatever its wording is."""
    return f"correction-{quote(correction.date.text, safe='')}-{slug(correction.what)}"


def stamp(day: int) -> str:
    """The first moment of a civil day between `FIRST_DAY` and `LAST_DAY`, in UTC, as RFC 3339 writes it."""
    year, month, day_of_month = civil_of(day)
    return f"{year:04d}-{month:02d}-{day_of_month:02d}T00:00:00Z"


def legal(text: str) -> str:
    """The text without the characters that XML cannot carry."""
    return text if text.isprintable() else _ILLEGAL.sub("", text)
