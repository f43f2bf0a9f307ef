"""What ninjs 3.1 allows, as far as our objects use it (https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json, IPTC), put
down here in our own words because no package carries it. A property that the standard does not name fails, at every
level; names, required ones, words of vocabularies and the pattern of dates are the standard's.
"""

from __future__ import annotations

TEXT = {"type": "string"}
URI = {"type": "string", "pattern": "^[a-z][a-z0-9+.-]*:[^ ]+$"}
DATE_TIME = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"}
TRUNCATED = {
    "type": "string",
    "pattern": r"^(-?(?:[1-9][0-9]*)?[0-9]{4})(-(1[0-2]|0[1-9])(-(3[01]|0[1-9]|[12][0-9])"
    r"(T(2[0-3]|[01][0-9]):([0-5][0-9]):([0-5][0-9])(\.[0-9]+)?(Z|[+-](?:2[0-3]|[01][0-9]):[0-5][0-9])?)?)?)?$",
}


def _object(required=(), **properties):
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _list(of):
    return {"type": "array", "items": of}


_SAID = _object(["value"], role=TEXT, contentType=TEXT, value=TEXT)
_PARTY = _object(name=TEXT, rel=TEXT, uri=URI, literal=TEXT)
_POINT = _object(
    ["type", "coordinates"],
    type={"const": "Point"},
    coordinates={"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
)
_DATES = _object(
    startDate=DATE_TIME, endDate=DATE_TIME, expectedStartDate=TRUNCATED, expectedEndDate=TRUNCATED
) | {
    "anyOf": [
        {"oneOf": [{"required": ["startDate"]}, {"required": ["expectedStartDate"]}]},
        {"oneOf": [{"required": ["endDate"]}, {"required": ["expectedEndDate"]}]},
    ]
}
_NEWS = {
    "uri": URI,
    "type": {
        "enum": [
            "text",
            "audio",
            "video",
            "picture",
            "graphic",
            "composite",
            "component",
            "event",
            "planning",
        ]
    },
    "representationType": {"enum": ["full", "partial"]},
    "pubStatus": {"enum": ["usable", "withheld", "canceled"]},
    "versionCreated": DATE_TIME,
    "language": TEXT,
    "by": TEXT,
    "copyrightHolder": TEXT,
    "usageTerms": TEXT,
    "title": TEXT,
    "headlines": _list(_SAID),
    "descriptions": _list(_SAID),
    "bodies": _list(_SAID),
    "eventDetails": _object(dates=_DATES),
    "people": _list(_PARTY),
    "organisations": _list(_PARTY),
    "subjects": _list(_PARTY),
    "events": _list(_object(id=TEXT, name=TEXT, rel=TEXT, uri=URI, literal=TEXT)),
    "places": _list(_object(name=TEXT, rel=TEXT, uri=URI, literal=TEXT, geoJSON=_POINT)),
    "infoSources": _list(_object(name=TEXT, role=TEXT, uri=URI, literal=TEXT)),
    "renditions": _list(_object(["name"], name=TEXT, href=URI, contentType=TEXT, title=TEXT)),
    "altIds": _list(_object(role=TEXT, value=TEXT)),
    "standard": _object(name=TEXT, version=TEXT, schema=URI),
}

NINJS_SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **_object(["uri"], **_NEWS, associations=_list(_object(["name", "uri"], **_NEWS, name=TEXT, rel=TEXT))),
}
