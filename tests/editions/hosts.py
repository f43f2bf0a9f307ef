"""A host of static files on this machine, with the habits and the faults that real ones have."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, bytes, dict[str, str]]


@dataclass
class Host:
    """Files by path (`/index.html`), answers that replace them, and what was asked for."""

    files: Mapping[str, bytes]
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    base: str = ""

    def answer(self, path: str) -> Answer:
        self.asked.append(path)
        if path in self.answers:
            return self.answers[path]
        content = self.files.get(f"{path}index.html" if path.endswith("/") else path)
        return (404, b"no such page", {}) if content is None else (200, content, {})


@contextmanager
def serving(files: Mapping[str, bytes], below: str = "/") -> Iterator[Host]:
    """A host that serves the files below a path until the end of the block."""
    host = Host({f"{below}{path}": content for path, content in files.items()})

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, content, headers = host.answer(self.path)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        host.base = f"http://127.0.0.1:{server.server_port}{below}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield host
        finally:
            server.shutdown()
            thread.join()
