"""Forms against strangers: raw bytes at the socket of a preview that edits. Each refusal has something that is let in."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from generator.preview import guard
from tests.preview.filling import Filled, opened
from tests.preview.running import Running, running
from tests.preview.test_guard import ask, status
from tests.site.model_site import Site

FORM = "/_dateline/edit/event/bridge-attack"
EVENT = "content/events/2014/bridge-attack.md"
OPEN = "open sesame: ü"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("site")
    Site.golden(folder)
    (folder / "secret.md").write_text("---\ntitle: Secret\ndate: 2014\n---\n", "utf-8")
    (folder / "content/events/linked.md").symlink_to(folder / "secret.md")
    with running(folder, edits=True) as preview:
        yield preview
    assert preview.said == []


@pytest.fixture
def form(preview: Running) -> Filled:
    return opened(preview, FORM)


def post(
    preview: Running, target: str, form: Filled, *headers: str, body: bytes | None = None, origin: str = "own"
) -> bytes:
    """A form as it would be sent, with some of its headers otherwise."""
    sent = (
        urlencode({**form.fields, "_do": "save", "notes": "From elsewhere."}).encode()
        if body is None
        else body
    )
    own = f"http://localhost:{preview.port}" if origin == "own" else origin
    lines = [
        f"POST {target} HTTP/1.1",
        f"Host: localhost:{preview.port}",
        "Connection: close",
        *([f"Origin: {own}"] if own else []),
        *headers,
    ]
    defaults = {
        "Content-Length": str(len(sent)),
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": form.cookie,
    }
    lines += [
        f"{name}: {value}"
        for name, value in defaults.items()
        if not any(one.startswith(f"{name}:") for one in headers)
    ]
    try:
        return preview.raw("\r\n".join([*lines, "", ""]).encode() + sent)
    except ConnectionError:  # closed while we were still sending
        return b"HTTP/1.1 413 "


def saved(preview: Running) -> bool:
    return b"From elsewhere." in (preview.live.root / EVENT).read_bytes()


@pytest.mark.parametrize(
    "origin", ["", "null", "https://evil.example", "http://localhost:1", "http://127.0.0.1"]
)
def test_forms_come_from_our_own_pages_alone(preview: Running, form: Filled, origin: str) -> None:
    assert status(post(preview, FORM, form, origin=origin)) == 403
    assert not saved(preview)


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (("Sec-Fetch-Site: cross-site",), 403),
        (("Sec-Fetch-Site: same-site",), 403),
        (("Content-Type: text/plain",), 415),
        (("Content-Type: application/json",), 415),
        (("Content-Type: multipart/form-data; boundary=x",), 415),
        (("Content-Length: x",), 400),
        ((f"Content-Length: {guard.FORM_BYTES + 1}",), 413),
        (("Content-Length: " + "9" * 300,), 413),
        (("Cookie: dateline-1=x",), 403),
        (("Cookie: ",), 403),
    ],
)  # fmt: skip
def test_what_is_no_form_of_ours_is_refused(
    preview: Running, form: Filled, headers: tuple[str, ...], expected: int
) -> None:
    answer = post(preview, FORM, form, *headers)
    assert status(answer) in {expected, 400 if expected == 413 else expected}
    assert not saved(preview)


def test_a_form_in_pieces_is_refused(preview: Running, form: Filled) -> None:
    head = f"POST {FORM} HTTP/1.1\r\nHost: localhost:{preview.port}\r\nOrigin: http://localhost:{preview.port}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n"
    assert status(preview.raw(head.encode())) == 411
    assert status(post(preview, FORM, form, body=b"&" * 50_000 + b"a=b")) in {200, 400, 403}
    assert (
        status(post(preview, FORM, form, body=b"\xff%ff%00&=&a.b.c.d.e.f.g.h.i=1&_do=up:a.b.c&_seal=\xc3"))
        == 403
    )
    assert not saved(preview)


def test_another_browsers_seal_opens_nothing(preview: Running, form: Filled) -> None:
    other = opened(preview, FORM)
    assert other.cookie != form.cookie
    answer = post(preview, FORM, form, f"Cookie: {other.cookie}")
    assert status(answer) == 403
    prose = urlencode({"text": "x", "_seal": "no"}).encode()
    assert status(post(preview, "/_dateline/edit/prose", form, body=prose)) == 403
    assert not saved(preview)


@pytest.mark.parametrize(
    "target",
    [
        "/",
        "/_dateline/",
        "/_dateline/new/event",
        "/_dateline/edition",
        "/events/bridge-attack/",
        "/_dateline/client.js",
    ],
)
def test_forms_are_taken_where_forms_are(preview: Running, form: Filled, target: str) -> None:
    assert status(post(preview, target, form)) == 405


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_forms_are_only_sent(preview: Running, method: str) -> None:
    assert status(ask(preview, FORM, method=method)) == 405


@pytest.mark.parametrize(
    "target",
    [
        "/_dateline/edit/event/..%2f..%2f..%2fsecret",
        "/_dateline/edit/event/%2e%2e/%2e%2e/secret",
        "/_dateline/edit/event/linked",
        "/_dateline/edit/event/bridge-attack.md",
        "/_dateline/edit/../../secret.md",
        "/_dateline/edit/site/site",
        "/_dateline/edit/event/%00",
        "/_dateline/edit/event/%ff",
        "/_dateline/edit/media/bridge.png",
    ],
)
def test_only_records_that_there_are_have_forms(preview: Running, form: Filled, target: str) -> None:
    for answer in (ask(preview, target), post(preview, target, form)):
        assert 400 <= status(answer) < 500, answer[:100]
        assert b"Secret" not in answer
    assert (preview.live.root / "secret.md").read_text("utf-8").startswith("---\ntitle: Secret")


def test_a_new_record_never_leaves_its_folder(preview: Running) -> None:
    form = opened(preview, "_dateline/new/event")
    for record_id in ("../../../secret", "/etc/x", "a/b", "con", "..", "x" * 300):
        answer = form.press("save", {"title": "Secret", "date": "2014", "_id": record_id})
        assert "is not the form of an id" in answer.notice, record_id
    for date in ("../../2014", "/2014", "2014/../../x"):
        form.press("draft", {"title": "Away", "date": date})
    places = {one.relative_to(preview.live.root).as_posix() for one in preview.live.root.rglob("away*.md")}
    assert places <= {"content/events/undated/away.md"}  # `/2014` is a date: some time until then
    assert not list(preview.live.root.parent.glob("*.md"))


def test_a_folder_that_leads_elsewhere_is_not_followed(tmp_path: Path) -> None:
    Site.golden(tmp_path / "site")
    away = tmp_path / "away"
    away.mkdir()
    (tmp_path / "site/content/events/2015").symlink_to(away)
    with running(tmp_path / "site", edits=True) as preview:
        form = opened(preview, "_dateline/new/event").press("save", {"title": "Away", "date": "2015-01-01"})
        assert "symbolic link" in form.notice
    assert list(away.iterdir()) == []


def test_the_page_of_a_form_may_do_no_more_than_it_has_to(preview: Running) -> None:
    head = ask(preview, FORM).partition(b"\r\n\r\n")[0].lower()
    assert b"content-security-policy: default-src 'none'; script-src 'self'; style-src 'self';" in head
    assert b"form-action 'self'; base-uri 'none'; frame-ancestors 'none'" in head
    assert b"httponly; path=/_dateline/; samesite=strict" in head
    assert b"x-frame-options: deny" in head
    assert b"cache-control: no-store" in head


def test_hostile_texts_are_text(preview: Running) -> None:
    hostile = "</textarea><script>alert(1)</script>\"'><img src=x>"
    told = {"title": hostile, "body": hostile, "_id": hostile, "locations.new": hostile, "summary": hostile}
    answer = opened(preview, "_dateline/new/event").press("check", told)
    assert answer.fields["title"] == answer.fields["body"] == hostile
    assert answer.page.xpath("//img | //script[not(@src)]") == []


def test_without_edit_there_are_no_forms(tmp_path: Path, form: Filled) -> None:
    Site.golden(tmp_path)
    with running(tmp_path) as plain:
        for target in (
            FORM,
            "/_dateline/new/event",
            "/_dateline/edit/meaning?text=2014",
            "/_dateline/edit/records?kinds=actor&words=a",
        ):
            assert status(ask(plain, target)) == 404
        assert status(post(plain, FORM, form)) == 405
        assert b"/_dateline/new/" not in ask(plain, "/_dateline/")


def test_a_password_stands_before_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "PAUSE", 0.05)
    Site.golden(tmp_path)

    def header(text: str) -> str:
        return f"Authorization: Basic {base64.b64encode(text.encode()).decode()}"

    with running(tmp_path, edits=True, password=OPEN) as preview:
        for target in ("/", FORM, "/_dateline/form.js", "/media/bridge.png"):
            answer = ask(preview, target)
            assert status(answer) == 401
            assert b'www-authenticate: basic realm="dateline preview"' in answer.lower()
            assert status(ask(preview, target, header(f"anybody:{OPEN}"))) == 200
        for wrong in ("anybody:open", OPEN, ":", "", f"{OPEN}:"):
            begun = time.monotonic()
            assert status(ask(preview, "/", header(wrong))) == 401
            assert time.monotonic() - begun >= 0.05
        for ill in ("Basic", "Basic ???", "Basic \xe9", "Bearer x", "Digest " + OPEN.encode().hex()):
            assert status(ask(preview, "/", f"Authorization: {ill}")) == 401


def test_others_may_edit_only_with_a_password(tmp_path: Path) -> None:
    Site.golden(tmp_path)
    environment = {name: value for name, value in os.environ.items() if name != "DATELINE_PASSWORD"}
    command = [
        sys.executable,
        "-m",
        "generator",
        "serve",
        "--root",
        str(tmp_path),
        "--edit",
        "--host",
        "::",
        "--port",
        "0",
    ]
    ended = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=60)
    assert ended.returncode == 2
    assert "give --password, or set DATELINE_PASSWORD" in ended.stderr
