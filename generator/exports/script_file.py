"""Files that the site's own scripts read: a call that hands over one JSON value (`templates/assets/loading.js`).

Scripts and not JSON, because a page that was opened from a disk may load scripts beside it and nothing else; and because
a page's policy then need allow no more than its own scripts. JSON is a part of the language since ECMAScript 2019.
"""

from __future__ import annotations

import json

Value = dict[str, object]


def script_file(address: str, value: Value) -> bytes:
    """The file at an address: the value, handed over under that address. One line for each member of it."""
    members = ",\n".join(f"{_text(name)}:{_text(member)}" for name, member in value.items())
    return f"dateline.arrived({_text(address)},{{\n{members}\n}});\n".encode()


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
