"""The one writer of JSON that stands inside HTML."""

from __future__ import annotations

import json

from generator.pages.html import Html

_UNSAFE = str.maketrans(
    {
        "<": "\\u003c",
        ">": "\\u003e",
        "&": "\\u0026",
        "\u2028": "\\u2028",
        "\u2029": "\\u2029",
        "\x00": "\\u0000",
    }
)


def safe_json(value: object) -> str:
    """JSON that cannot close the element it stands in, nor end a line of a script."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def script_block(value: object) -> Html:
    """A data block of JSON-LD: no browser runs it, so the content security policy lets it be."""
    return Html(f'<script type="application/ld+json">{safe_json(value)}</script>')
