"""`_headers`, read by Netlify and Cloudflare Pages: what browsers are told with every file, and how long to keep it.

Both hosts join the values of a header that several rules set, so no path matches two rules that set the same one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from generator.exports.file import FileOutput
from generator.graph.graph import Graph

ADDRESS = "_headers"

POLICY: Mapping[str, str] = {
    "default-src": "'none'",
    "connect-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
"""What any page of a site may load (Content Security Policy Level 3): its own and nothing else. A page's own policy,
in its head, allows it no more than it needs."""

EVERYWHERE: Mapping[str, str] = {
    "Content-Security-Policy": "; ".join(f"{directive} {source}" for directive, source in POLICY.items()),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

RULES: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("*", EVERYWHERE),
    ("assets/*", {"Cache-Control": "public, max-age=3600"}),
    ("data/*", {"Access-Control-Allow-Origin": "*"}),
)
"""Below the site's address. Pages are asked for anew each time, which is both hosts' default: a correction shows at once.
Styles, scripts and fonts keep their names when they change, so they are kept for an hour only."""


def outputs(_graph: Graph) -> Iterator[FileOutput]:
    """The one file."""
    yield FileOutput(address=ADDRESS, write=write)


def write(graph: Graph, _subject: str) -> bytes:
    """The rules, at the path of the site's own address."""
    root = site_root(graph)
    blocks = (
        "".join([f"{root}{path}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])
        for path, headers in RULES
    )
    return "\n".join(blocks).encode()


def site_root(graph: Graph) -> str:
    """The path of the site on its host: `/`, or `/timeline/` of `https://example.org/timeline/`."""
    return f"{urlsplit(graph.site.base_url).path.rstrip('/')}/"
