"""Fields of a location."""

from __future__ import annotations

from generator.model.records import LOCATION_KINDS, PRECISIONS, Location
from generator.reading.fields.coordinates import Coordinates
from generator.reading.fields.field import Field
from generator.reading.fields.ids import Id, Identifier
from generator.reading.fields.texts import Line
from generator.reading.fields.words import Choice
from generator.reading.records.actor import WIKIDATA
from generator.reading.records.names import NAMES
from generator.reading.records.record_table import record_table

LOCATION = record_table(
    "location",
    "A country, governorate, town, base, crossing or site.",
    Location,
    Field("name", Line(), "The name as the site uses it.", required=True),
    Field("kind", Choice(LOCATION_KINDS), "What it is. Default `site`."),
    Field("part_of", Id("location"), "The place it lies in; every chain ends in a country or region."),
    Field("coordinates", Coordinates(), "Where it is: WGS 84, in degrees."),
    Field("precision", Choice(PRECISIONS), "How exactly: maps draw a ring or an area, never a false pin."),
    *NAMES,
    Field("geonames", Identifier(r"[1-9][0-9]{0,11}", "172955"), "Its number at GeoNames."),
    WIKIDATA,
)
