"""Foreign HTML and XML to text: which bytes mean which letters.

The order is that of the HTML Standard (13.2.3, "determining the character encoding"): a byte order mark, the server's
header, what the document declares of itself, then UTF-8, then Windows-1252. Only the names in LABELS are taken, because
Python's own table also knows codecs that unpack archives or run over several bytes of text (`zip`, `utf-7`, `idna`).
"""

from __future__ import annotations

import codecs
import re
from typing import Final

LABELS: Final = frozenset(
    (
        *("utf-8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "koi8-r", "koi8-u", "macintosh"),
        *("gb2312", "gbk", "gb18030", "big5", "euc-jp", "shift_jis", "iso-2022-jp", "euc-kr"),
        *(f"windows-{page}" for page in range(1250, 1259)),
        *(f"iso-8859-{part}" for part in range(1, 17) if part != 12),  # noqa: PLR2004 - there is no part 12
    )
)
_ALIASES: Final = {
    "utf8": "utf-8",
    "latin1": "windows-1252",  # as browsers read it
    "iso-8859-1": "windows-1252",
    "us-ascii": "windows-1252",
    "ascii": "windows-1252",
    "cp1252": "windows-1252",
    "cp1256": "windows-1256",
    "macintosh": "mac-roman",
}
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED: Final = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_HEAD: Final = 1024


def decoded(raw: bytes, named: str = "") -> tuple[str, str]:
    """The text, and what an editor should know of how it was read (nothing when it is certain).

    `named` is the charset of the server's header. What no encoding explains becomes U+FFFD.
    """
    for mark, label in _MARKS:
        if raw.startswith(mark):
            return _lenient(raw, label)
    for label in (named, _declared(raw)):
        if codec := _codec(label):
            return _lenient(raw, codec)
    try:
        return raw.decode("utf-8"), ""
    except UnicodeDecodeError:
        text = raw.decode("windows-1252", "replace")
        return text, "its encoding is stated nowhere and is no UTF-8; it was read as Windows-1252"


def _declared(raw: bytes) -> str:
    head = raw[:_HEAD]
    found = _DECLARED.search(head)
    label = found[1].decode("ascii") if found else ""
    # A declaration that can be read byte by byte cannot stand in UTF-16.
    return "utf-8" if label.lower().startswith("utf-16") else label


def _codec(label: str) -> str:
    """Python's name for an encoding that is taken; nothing for any other."""
    plain = label.strip().lower()
    known = plain in LABELS or plain in _ALIASES
    return _ALIASES.get(plain, plain) if known else ""


def _lenient(raw: bytes, codec: str) -> tuple[str, str]:
    try:
        text = raw.decode(codec)
    except UnicodeDecodeError:
        text = raw.decode(codec, "replace")
        return text.removeprefix("\ufeff"), f"some of its bytes are no {codec} and were replaced by \ufffd"
    return text.removeprefix("\ufeff"), ""
