"""`_redirects`, read by Netlify, Cloudflare Pages and GitLab Pages: former addresses answered with 301 (RFC 9110, 15.4.2).

The page that stands at each former address leads on by itself, wherever a host reads no such file or stops reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from generator.exports.file import FileOutput
from generator.exports.host_headers import site_root
from generator.graph.graph import Graph
from generator.graph.values import Redirect
from generator.model.addresses import record_address

ADDRESS = "_redirects"

MOST_RULES, MOST_BYTES = 1_000, 60_000
"""GitLab Pages follows no rule of a file with more than 1,000 or 64 KB; Cloudflare Pages reads 2,000 and 100 KB of it."""


def outputs(graph: Graph) -> Iterator[FileOutput]:
    """The one file, where any address was left."""
    if graph.redirects():
        yield FileOutput(address=ADDRESS, write=write)


def write(graph: Graph, _subject: str) -> bytes:
    """A rule a line, as many as every host follows."""
    rules: list[str] = []
    room = MOST_BYTES
    for root, redirect in islice(_moves(graph), MOST_RULES):
        former = record_address(redirect.kind, redirect.former_id)
        rule = f"{root}{former} {root}{record_address(redirect.kind, redirect.id)} 301\n"
        room -= len(rule)
        if room < 0:
            break
        rules.append(rule)
    return "".join(rules).encode()


def _moves(graph: Graph) -> Iterator[tuple[str, Redirect]]:
    """The root of each language, the site's own first, and what has moved below it."""
    root = site_root(graph)
    for folder in ("", *(f"{language}/" for language in graph.site.languages)):
        yield from ((f"{root}{folder}", redirect) for redirect in graph.redirects())
