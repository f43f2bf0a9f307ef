"""Canonical addresses of reports: what names the report, without what names the reader who came."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urljoin, urlsplit

from generator.reading.fields.urls import wrong_with

_TRACKERS: Final = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|cmpid|ito|at_(?:medium|campaign)",
    re.IGNORECASE,
)


def canonical(address: str, base: str = "") -> str:
    """The absolute http(s) address without trackers and fragment; nothing where there is none that can be linked."""
    try:
        whole = urljoin(base, address.strip()) if base else address.strip()
        parts = urlsplit(whole)
    except ValueError:
        return ""
    kept = [part for part in parts.query.split("&") if not _TRACKERS.fullmatch(part.partition("=")[0])]
    found = parts._replace(query="&".join(kept), fragment="").geturl()
    return found if found and wrong_with(found) is None else ""
