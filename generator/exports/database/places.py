"""Locations and their names."""

from __future__ import annotations

from collections.abc import Iterable

from generator.exports.database.cells import all_names, link, name_rows, reference, summary, words
from generator.exports.database.parties import NAME_COLUMNS
from generator.exports.database.table import Column, Row, Table
from generator.exports.standing import standing
from generator.graph.graph import Graph
from generator.pages.prose import body_text


def _locations(graph: Graph) -> Iterable[Row]:
    for place in standing(graph).locations:
        latitude, longitude = place.coordinates or (None, None)
        yield (
            place.id,
            words(place.name),
            all_names(place),
            place.kind,
            reference(graph, "location", place.part_of),
            latitude,
            longitude,
            place.precision,
            words(place.geonames),
            words(place.wikidata),
            summary(graph, place),
            words(body_text(graph, place)),
            link(graph, place),
        )


def _names(graph: Graph) -> Iterable[Row]:
    for place in standing(graph).locations:
        yield from name_rows(place)


LOCATIONS = Table(
    name="locations",
    meaning="Countries, governorates, towns, bases, crossings, sites.",
    columns=(
        Column("id", "TEXT PRIMARY KEY", "Permanent id."),
        Column("name", "TEXT NOT NULL", "Name as the site uses it."),
        Column("names", "TEXT", "Every other name, in every script."),
        Column("kind", "TEXT NOT NULL", "country, governorate, city, base …"),
        Column("part_of_id", "TEXT", "What it lies in.", "locations"),
        Column("latitude", "REAL", "Degrees north, WGS 84."),
        Column("longitude", "REAL", "Degrees east, WGS 84."),
        Column(
            "precision",
            "TEXT",
            "How exactly the point is meant: site, town, district, governorate, country.",
        ),
        Column("geonames", "TEXT", "GeoNames id."),
        Column("wikidata", "TEXT", "Wikidata id."),
        Column("summary", "TEXT", "One or two sentences."),
        Column("body", "TEXT", "The note, in plain text."),
        Column("link", "TEXT NOT NULL", "Its page."),
    ),
    rows=_locations,
    indexed=("part_of_id",),
    searched=("name", "names", "summary", "body"),
    label="name",
    facets=("kind", "part_of_id"),
)
LOCATION_NAMES = Table(
    name="location_names",
    meaning="Every name of every place.",
    columns=(Column("location_id", "TEXT NOT NULL", "The place.", "locations"), *NAME_COLUMNS),
    rows=_names,
    key=("location_id", "position"),
    facets=("sort", "language"),
)
