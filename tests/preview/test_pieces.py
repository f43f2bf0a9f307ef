"""The preview's smaller parts: where it listens, editors' addresses, names without a link, what nothing leads to."""

from __future__ import annotations

import hashlib
import json
import socket
from pathlib import Path

import pytest

from generator.diagnostics.diagnostic import Span
from generator.graph.graph import Graph
from generator.graph.namebook import name_book
from generator.model.site_settings import Site
from generator.preview.content_types import UNKNOWN, content_type
from generator.preview.display import Display
from generator.preview.editor import editor_pattern, editor_url
from generator.preview.guard import host_name, is_loopback
from generator.preview.injection import injected, injection
from generator.preview.listening import find_place
from generator.preview.live_site import LiveSite
from generator.preview.orphans import orphans
from generator.preview.unlinked import NameSearch
from generator.rendering.theme import theme_folder
from tests.graph.story import actor, event, linked, location, prose
from tests.site.model_site import Site as ModelSite

# Where it listens


def test_a_taken_port_gives_way_to_the_next() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        place = find_place("localhost", port)
    try:
        assert port < place.port < port + 50
        assert place.url == f"http://localhost:{place.port}/"
        assert {one.getsockname()[1] for one in place.sockets} == {place.port}
    finally:
        for one in place.sockets:
            one.close()


def test_a_host_that_is_none() -> None:
    with pytest.raises(OSError, match=r"."):
        find_place("no.such.host.invalid", 0)


def test_names_of_hosts() -> None:
    assert [host_name(one) for one in ("LocalHost:80", "[::1]:80", "::1", "127.0.0.1", "")] == [
        "localhost",
        "::1",
        "::1",
        "127.0.0.1",
        "",
    ]
    assert is_loopback({"localhost", "127.0.0.9", "::1"})
    assert not is_loopback({"0.0.0.0"})  # noqa: S104
    assert not is_loopback({"localhost.example"})


# What a file is said to be


def test_every_published_file_has_a_type(tmp_path: Path) -> None:
    site = ModelSite.golden(tmp_path)
    site.build()
    addresses = [path.removesuffix("index.html") for path in site.published().files]
    assert [address for address in addresses if content_type(address) == UNKNOWN] == []


# The line in the head


def test_the_line_stands_before_everything_in_the_head() -> None:
    page = b"<!doctype html>\n<html>\n<head>\n<title>x</title>\n"
    line = injection("a/", page, "t")
    assert injected("a/", page, "t") == page.replace(b"<head>\n", b"<head>\n" + line)
    assert injected("a/", b"<p>no head", "t").endswith(b"<p>no head")
    assert b'data-page="a/&quot;&gt;"' in injection('a/">', b"", "t")


# Editors


@pytest.mark.parametrize(
    ("site", "environment", "url"),
    [
        ("", {}, "vscode://file/a%20site/content/x.md:7:3"),
        ("vscode://file/{path}:{line}:{column}", {}, "vscode://file/a%20site/content/x.md:7:3"),
        ("", {"EDITOR": "/usr/bin/subl -w"}, "subl://open?url=file:///a%20site/content/x.md&line=7&column=3"),
        ("", {"VISUAL": "zed", "EDITOR": "vi"}, "zed://file/a%20site/content/x.md:7:3"),
        ("", {"EDITOR": "vi"}, "vscode://file/a%20site/content/x.md:7:3"),
        ("x-own://{path}?l={line}", {"EDITOR": "code"}, "x-own:///a%20site/content/x.md?l=7"),
        ("x-own://{path}", {"DATELINE_EDITOR_URL": "mine:{line}:{path}"}, "mine:7:/a%20site/content/x.md"),
        ("x-own://open?file:///{path}", {}, "x-own://open?file:///a%20site/content/x.md"),
    ],
)
def test_the_address_that_opens_a_file(site: str, environment: dict[str, str], url: str) -> None:
    pattern = editor_pattern(Site(title="", editor_url=site), environment)
    assert editor_url(pattern, Path("/a site"), Span("content/x.md", 7, 3)) == url


def test_a_place_in_no_line_is_the_first_and_a_name_beyond_writing_is_no_link() -> None:
    assert editor_url("e:{path}:{line}:{column}", Path("/s"), Span("content/x.md")) == "e:/s/content/x.md:1:1"
    assert editor_url("e:{path}", Path("/s"), Span("content/caf\udce9.md")) == ""


# Names without a link


def unlinked(graph: Graph, record_id: str) -> list[tuple[str, str]]:
    found = NameSearch().search(graph, name_book(graph.shelves), [graph.parsed("event", record_id)])
    return [(one.name, one.mention) for one in found]


def test_names_in_prose_that_could_be_mentions() -> None:
    text = (
        "ISIL, the Islamic State of old, met Liwa al-Nahr near [[tabqa]]. IS won; ISIL, too. No isis group."
    )
    graph = linked(
        event("falls", body=prose(text)),
        actor("isil", name="Islamic State", aliases=("ISIL", "isis group", "IS")),
        actor("nahr", name="River Brigade", aliases=("Liwa al-Nahr",)),
        location("tabqa", name="Tabqa"),
    )
    assert unlinked(graph, "falls") == [("ISIL", "[[ISIL]]"), ("Liwa al-Nahr", "[[Liwa al-Nahr]]")]


def test_names_that_are_linked_ambiguous_or_mere_words_are_passed_over() -> None:
    graph = linked(
        event("falls", body=prose("The Guard met [[isil]]. ISIL and the guard.")),
        actor("isil", name="ISIL"),
        actor("one", name="The Guard"),
        actor("two", name="The guard"),
    )
    assert unlinked(graph, "falls") == []


def test_arabic_names() -> None:
    graph = linked(event("falls", body=prose("قال لواء النهر")), actor("nahr", aliases=("لواء النهر",)))
    assert unlinked(graph, "falls") == [("لواء النهر", "[[لواء النهر]]")]


# Orphans


def test_what_nothing_leads_to() -> None:
    graph = linked(
        event("falls", "2014-08-24", actors="isil"),
        event("alone", "2014-08-25"),
        actor("isil"),
        actor("forgotten"),
        location("nowhere"),
    )
    assert [record.id for record in orphans(graph)] == ["forgotten", "nowhere", "alone"]


# What is kept


def test_few_pages_are_remembered_and_those_only_while_nothing_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ModelSite.golden(tmp_path)
    live = LiveSite(tmp_path, drafts=False, jobs=1)
    live.start()
    live.proofread()
    monkeypatch.setattr("generator.preview.display.KEPT", 8)
    display = Display()
    assert live.snapshot.outputs
    for address in live.snapshot.outputs:
        display.show(live.snapshot, address)
    assert len(display._kept) == 8
    first = display.show(live.snapshot, "")
    assert display.show(live.snapshot, "") is first


# What is carried


def test_the_library_is_the_one_that_was_collected_and_asks_nobody() -> None:
    folder = theme_folder() / "preview"
    (package,) = json.loads((folder / "vendor/vendor.json").read_text(encoding="utf-8"))
    assert (package["name"], package["licence"]) == ("idiomorph", "0BSD")
    for file in package["files"]:
        content = (folder / "vendor" / file["path"]).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (file["sha256"], file["bytes"])
    for file in folder.rglob("*.js"):
        assert "http://" not in file.read_text(encoding="utf-8").replace("http://www.w3.org", ""), file
        assert "https://" not in file.read_text(encoding="utf-8"), file
