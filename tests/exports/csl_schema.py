"""What CSL-JSON allows, as far as the sources use it: the input schema of the Citation Style Language, 1.0.2
(https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json), put down here in our own words because no
package carries it. Nothing that the standard does not name passes.
"""

from __future__ import annotations

_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": ["string", "number"]}},
        },
        "season": {"type": ["string", "number"]},
        "circa": {"type": ["string", "number", "boolean"]},
        "literal": {"type": "string"},
    },
    "minProperties": 1,
    "additionalProperties": False,
}
_NAMES = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {name: {"type": "string"} for name in ("family", "given", "literal")},
        "minProperties": 1,
        "additionalProperties": False,
    },
}
_TYPES = [
    "article",
    "article-magazine",
    "article-newspaper",
    "document",
    "entry-encyclopedia",
    "post",
    "report",
    "speech",
    "webpage",
]

CSL_SCHEMA = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "properties": {
            "type": {"enum": _TYPES},
            **{
                name: {"type": "string"}
                for name in (
                    "id",
                    "title",
                    "container-title",
                    "publisher",
                    "URL",
                    "language",
                    "genre",
                    "note",
                    "archive",
                    "archive_location",
                )
            },
            "author": _NAMES,
            "issued": _DATE,
            "accessed": _DATE,
        },
        "additionalProperties": False,
    },
}
