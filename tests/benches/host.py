"""A host for a published site, as editors rent one: it sends the files compressed ahead of time to those who take them,
and the headers that `_headers` asks for.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from fnmatch import fnmatchcase
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread
from typing import Final
from urllib.parse import unquote, urlsplit

ENCODINGS: Final = (("br", ".br"), ("gzip", ".gz"))
"""Content codings and the endings of their files, the better first."""

TYPES: Final = {".woff2": "font/woff2", ".js": "text/javascript", ".geojson": "application/geo+json"}


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """The address at which the site in a folder is served, until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Answer, folder, headers_of(folder)))
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def headers_of(folder: Path) -> list[tuple[str, Mapping[str, str]]]:
    """The rules of `_headers`: a pattern of paths, and headers by name."""
    rules: list[tuple[str, dict[str, str]]] = []
    for line in (folder / "_headers").read_text("utf-8").splitlines():
        if not line.startswith(" "):
            rules.append((line, {}))
        elif line.strip():
            name, _, value = line.strip().partition(": ")
            rules[-1][1][name] = value
    return [(pattern, headers) for pattern, headers in rules if headers]


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, rules: list[tuple[str, Mapping[str, str]]], *asked) -> None:
        self._folder, self._rules = folder, rules
        super().__init__(*asked)

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        name = posixpath.normpath(path).lstrip("/") + ("/index.html" if path.endswith("/") else "")
        file, status = self._folder / name.lstrip("/"), 200
        if ".." in name or not file.is_file():
            file, status = self._folder / "404.html", 404
        encoding, sent = self._chosen(file)
        content = sent.read_bytes()
        self.send_response(status)
        kind = TYPES.get(file.suffix) or guess_type(file.name)[0] or "application/octet-stream"
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Vary", "Accept-Encoding")
        if encoding:
            self.send_header("Content-Encoding", encoding)
        for pattern, headers in self._rules:
            if fnmatchcase(path, pattern):
                for header, value in headers.items():
                    self.send_header(header, value)
        self.end_headers()
        self.wfile.write(content)

    def _chosen(self, file: Path) -> tuple[str, Path]:
        taken = self.headers.get("Accept-Encoding", "")
        for encoding, ending in ENCODINGS:
            compressed = file.with_name(file.name + ending)
            if encoding in taken and compressed.is_file():
                return encoding, compressed
        return "", file

    def log_message(self, *_) -> None:
        """Say nothing."""
