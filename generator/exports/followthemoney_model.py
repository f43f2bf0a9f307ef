"""An entity of FollowTheMoney: an id, a schema, and properties that are lists of text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.exports.permanent import legal
from generator.graph.graph import Graph
from generator.model.names import slug
from generator.model.records import Kind

Properties = dict[str, Iterable[str]]

LONGEST_PREFIX = 40
"""Characters of the site's title in ids."""

NAMES = frozenset({"name", "alias", "previousName"})
"""Properties from which the model strips quotation marks around the whole."""

_QUOTED = re.compile("[\"']+(.*?)[\"']+")


def entity_id(graph: Graph, kind: Kind, record_id: str) -> str:
    """`syria-2014-actor-isil`: told apart from other sites' by the title, and the same as long as that stays."""
    return f"{_prefix(graph.site.title)}-{kind}-{record_id}"


def entity(id_: str, schema: str, properties: Properties) -> dict[str, object]:
    """An entity: properties by name, values once each and as the model has them."""
    said = {
        name: list(dict.fromkeys(filter(None, _values(name, properties[name]))))
        for name in sorted(properties)
    }
    return {
        "id": id_,
        "schema": schema,
        "properties": {name: values for name, values in said.items() if values},
    }


@lru_cache(maxsize=1)
def _prefix(title: str) -> str:
    return slug(title)[:LONGEST_PREFIX].rstrip("-")


def _values(name: str, texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        value = " ".join(legal(text).split())
        quoted = _QUOTED.fullmatch(value) if name in NAMES else None
        yield quoted[1] if quoted else value
