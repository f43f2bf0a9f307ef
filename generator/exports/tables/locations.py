"""`locations.csv`: a row for each place."""

from __future__ import annotations

from generator.exports.links import record_link
from generator.exports.tables.actors import aliases_cell, former_names_cell, names_cell
from generator.exports.tables.column import Column, ids
from generator.model.records import Location
from generator.pages.prose import summary_text

COLUMNS: tuple[Column[Location], ...] = (
    Column("id", "permanent id", lambda _, place: place.id),
    Column("name", "the name that the site uses", lambda _, place: place.name),
    Column("kind", "what it is", lambda _, place: place.kind),
    Column("summary", "one or two sentences", summary_text),
    Column(
        "latitude",
        "degrees north, WGS 84",
        lambda _, place: place.coordinates[0] if place.coordinates else None,
    ),
    Column("longitude", "degrees east", lambda _, place: place.coordinates[1] if place.coordinates else None),
    Column(
        "precision",
        "how exactly the coordinates are meant: a `governorate` is no point",
        lambda _, place: place.precision,
    ),
    Column("names", "`language: name` for each language", names_cell),
    Column("aliases", "other spellings", aliases_cell),
    Column("former_names", "`name (from/until)` for each", former_names_cell),
    Column("part_of", "id of the place it lies in", lambda _, place: place.part_of),
    Column(
        "within",
        "ids of all places it lies in, nearest first",
        lambda graph, place: ids(whole.id for whole in graph.ancestors(place.id)),
    ),
    Column("geonames", "GeoNames id", lambda _, place: place.geonames),
    Column("wikidata", "Wikidata id", lambda _, place: place.wikidata),
    Column(
        "events_here",
        "how many events were exactly here",
        lambda graph, place: len(graph.events_at(place.id)),
    ),
    Column(
        "events_somewhere_in",
        "how many are only known to have been somewhere in it",
        lambda graph, place: len(graph.events_somewhere_in(place.id)),
    ),
    Column(
        "events_in_parts",
        "how many more name one of its parts",
        lambda graph, place: len(graph.events_within(place.id)),
    ),
    Column("corrections", "how many lines of the ledger it has", lambda _, place: len(place.corrections)),
    Column("link", "its page", record_link),
)
"""In the order of the file."""
