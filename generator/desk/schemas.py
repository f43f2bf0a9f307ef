"""`dateline schema`: JSON Schemas of front matter, with the site's own words and ids as the choices."""

from __future__ import annotations

import json
from typing import Final

from generator.graph.namings import known, used_topics
from generator.graph.shelving import Content
from generator.model.records import KINDS, Kind
from generator.reading.schema import Known, record_schema, site_schema

SITE: Final = "site"
NAMES: Final[tuple[str, ...]] = (*KINDS, SITE)
"""What has a schema."""


def schemas(content: Content) -> dict[str, str]:
    """JSON texts by kind, and of the settings by `site`."""
    words = known_words(content)
    made = {SITE: site_schema(words)} | {kind: record_schema(kind, words) for kind in KINDS}
    return {name: json.dumps(made[name], ensure_ascii=False, indent=1) + "\n" for name in NAMES}


def known_words(content: Content) -> Known:
    """What there is to be named, drafts too, in alphabetical order."""
    ids: dict[Kind, list[str]] = {kind: [] for kind in KINDS}
    for target, _ in known(content):
        ids[target.kind].append(target.id)
    ids["topic"] = list({*ids["topic"], *used_topics(content)})
    every = sorted({record_id for kind in ("actor", "location") for record_id in ids[kind]})
    return {
        **{kind: sorted(found) for kind, found in ids.items()},
        "record": every,
        "role": [role.slug for role in content.site.roles],
        "measure": [measure.slug for measure in content.site.measures],
    }
