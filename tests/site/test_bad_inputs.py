"""Bad names, kinds of file and sizes (F11 to F22 of reliability.md): what the commands make of them."""

from __future__ import annotations

import os
import socket
import tempfile
import unicodedata
from pathlib import Path

import pytest

from generator.build import Options, compile_content
from tests.site.desk import Desk, as_nobody

MEGABYTE = 1024 * 1024

LEFTOVERS = (
    "4913",
    "tabqa.md~",
    ".tabqa.md.swp",
    ".tabqa.md.swx",
    "#tabqa.md#",
    "tabqa.md___jb_tmp___",
    "tabqa.md___jb_old___",
    "~$tabqa.md",
    ".DS_Store",
    "Thumbs.db",
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk.at(tmp_path).topic("content/topics/tabqa.md")


def test_f11_no_page_for_what_editors_leave_behind(desk: Desk) -> None:
    clean = desk.build()
    pages = desk.published()
    for name in LEFTOVERS:
        desk.write(f"content/topics/{name}", b"\x00 not a record")
    (desk.root / "content/topics/.#tabqa.md").symlink_to("editor@desk.1234")
    again = desk.build()
    assert (clean.code, again.code, again.findings) == (0, 0, ())
    assert desk.published() == pages


def test_f15_a_name_that_is_not_utf_8_is_shown_escaped(desk: Desk) -> None:
    desk.topic(b"content/topics/caf\xe9.md").topic(b"content/topics/b\xe9/x.md").topic(
        b"content/media/\xff.png"
    )
    outcome = desk.check()
    assert outcome.code == 1
    assert outcome.findings == (
        r"content/media/\xff.png D009",
        r"content/topics/b\xe9 D009",
        r"content/topics/caf\xe9.md D009",
    )
    assert desk.build().code == 1
    assert not (desk.root / "site").exists()


COLLISIONS = {
    "the same id": ("2013/sohr.md", "2014/sohr.md", "D005"),
    "case": ("sohr.md", "SOHR.md", "D006"),
    "width": ("sohr.md", "ｓohr.md", "D006"),
    "normal form": ("cafe\u0301.md", "caf\u00e9.md", "D006"),
    "ß and ss": ("strasse.md", "straße.md", "D006"),
    "dotted İ": ("i\u0307d.md", "İd.md", "D006"),
}


@pytest.mark.parametrize("name", COLLISIONS)
def test_f17_colliding_names_are_an_error_that_names_both_files(desk: Desk, name: str) -> None:
    first, second, code = COLLISIONS[name]
    desk.topic(f"content/topics/{first}").topic(f"content/topics/{second}")
    outcome = desk.check()
    assert outcome.code == 1
    (line,) = [line for line in outcome.said.splitlines() if f"[{code}]" in line]
    assert f"content/topics/{first}" in line
    assert f"content/topics/{second}" in line


def test_f17_former_ids_that_collide_are_an_error(desk: Desk) -> None:
    desk.write("content/topics/a.md", "---\ntitle: A\nformer_ids: [tabqa]\n---\n")
    assert desk.check().findings == ("content/topics/a.md:3:14 D216",)


def test_f18_names_decomposed_on_a_mac_find_those_written_composed(desk: Desk) -> None:
    name = "Çağlar Şükrü"
    decomposed = unicodedata.normalize("NFD", name)
    desk.write("content/actors/caglar.md", f"---\nname: {decomposed}\nkind: person\n---\n")
    desk.topic(
        "content/topics/b.md", body=f"[[{unicodedata.normalize('NFC', name)}]] and [[{decomposed}]].\n"
    )
    outcome = desk.build()
    assert (outcome.code, outcome.findings) == (0, ())
    assert desk.published()["topics/b/index.html"].count(b'href="../../actors/caglar/"') == 2


def test_f18_a_decomposed_file_name_is_told_its_plain_form(desk: Desk) -> None:
    desk.topic("content/topics/cafe\u0301.md")
    outcome = desk.run("check")
    assert outcome.code == 1
    assert "rename it to cafe.md" in outcome.said


def test_f19_what_is_no_ordinary_file_is_named_and_never_waited_for(desk: Desk) -> None:
    topics = desk.root / "content/topics"
    (topics / "circle").symlink_to(".")
    (topics / "dangling.md").symlink_to("missing.md")
    (topics / "device.md").symlink_to("/dev/zero")
    (topics / "folder.md").mkdir()
    os.mkfifo(topics / "pipe.md")
    _bind(topics / "socket.md")
    outcome = desk.check()
    assert outcome.code == 1
    assert outcome.findings == (
        "content/topics/circle D007",
        "content/topics/dangling.md D007",
        "content/topics/device.md D007",
        "content/topics/folder.md D008",
        "content/topics/pipe.md D008",
        "content/topics/socket.md D008",
    )


def test_f19_a_site_file_or_folder_of_records_that_is_none(desk: Desk) -> None:
    os.mkfifo(desk.root / "content/events")
    (desk.root / "content/actors").symlink_to("/")
    (desk.root / "content/site.yaml").unlink()
    os.mkfifo(desk.root / "content/site.yaml")
    outcome = desk.check()
    assert outcome.code == 1
    assert outcome.findings == (
        "content/actors D007",
        "content/events D008",
        "content/site.yaml D008",
    )


def _bind(path: Path) -> None:
    """A socket's address may only be short, so it is bound from its own folder."""
    here = Path.cwd()
    with socket.socket(socket.AF_UNIX) as listener:
        os.chdir(path.parent)
        try:
            listener.bind(path.name)
        finally:
            os.chdir(here)


def test_f20_what_may_not_be_read_is_named(tmp_path: Path) -> None:
    """In a folder that anybody can reach; in this process, because root can read everything."""
    compile_content(Options(root=Desk.at(tmp_path).root, output=tmp_path / "site", jobs=1))
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk.at(Path(folder)).topic("content/topics/closed.md").topic("content/events/shut/a.md")
        (desk.root / "content/topics/closed.md").chmod(0)
        (desk.root / "content/events/shut").chmod(0)
        with as_nobody(desk.root):
            found = compile_content(Options(root=desk.root, output=desk.root / "site", jobs=1)).findings
            (desk.root / "content/events/shut").chmod(0o700)
    assert [(one.code, one.span.path) for one in found] == [
        ("D001", "content/events/shut"),
        ("D001", "content/topics/closed.md"),
    ]


def test_f21_an_article_of_10_mb_is_built(desk: Desk) -> None:
    paragraph = "A sentence of a report that goes on, and *on*. " * 20 + "\n\n"
    desk.topic("content/topics/long.md", body=paragraph * (10 * MEGABYTE // len(paragraph)))
    assert desk.build().code == 0
    assert len(desk.published()["topics/long/index.html"]) > 10 * MEGABYTE


def test_f21_a_line_of_1_mb_is_built(desk: Desk) -> None:
    desk.topic("content/topics/line.md", body="words " * (MEGABYTE // 6) + "and [[tabqa]]")
    assert desk.build().code == 0
    assert len(desk.published()["topics/line/index.html"]) > MEGABYTE


def test_f21_a_table_of_10_000_columns_is_built(desk: Desk) -> None:
    rows = ["| a " * 10_000 + "|", "|---" * 10_000 + "|", "| 1 " * 10_000 + "|"]
    desk.topic("content/topics/wide.md", body="\n".join(rows) + "\n")
    assert desk.build().code == 0
    assert desk.published()["topics/wide/index.html"].count(b"<td>") == 10_000


def test_f21_larger_files_are_refused_with_the_limit(desk: Desk) -> None:
    desk.write("content/topics/huge.md", b"-" * (16 * MEGABYTE + 1))
    desk.write("content/topics/front.md", "---\ntitle: A\nnotes: " + "x" * 65_536 + "\n---\n")
    outcome = desk.check()
    assert outcome.code == 1
    assert outcome.findings == ("content/topics/front.md:2:1 D021", "content/topics/huge.md D011")
    assert "larger than 64 KB" in outcome.said
    assert "larger than 16 MB" in outcome.said


def test_f21_bombs_are_refused_at_their_line(desk: Desk) -> None:
    desk.write("content/topics/deep.md", "---\ntitle: A\nnotes: " + "[" * 30_000 + "\n---\n")
    desk.write("content/topics/alias.md", "---\ntitle: &a A\nsummary: *a\n---\n")
    desk.topic("content/topics/quotes.md", body="> " * 5_000 + "deep\n")
    desk.topic("content/topics/brackets.md", body="[" * 50_000 + "\n")
    outcome = desk.check()
    assert outcome.code == 1
    assert {"content/topics/deep.md:3:8 D022", "content/topics/alias.md:3:10 D023"} <= set(outcome.findings)
    assert any(one.startswith("content/topics/quotes.md:4:") and "D409" in one for one in outcome.findings)


def test_f22_300_folders_deep_is_no_fault(desk: Desk) -> None:
    desk.topic("content/topics/" + "d/" * 300 + "deep.md")
    outcome = desk.build()
    assert (outcome.code, outcome.findings) == (0, ())
    assert "topics/deep" in desk.pages


def test_f22_names_as_long_as_the_disk_allows_are_refused_with_the_limit(desk: Desk) -> None:
    latin, arabic = "a" * 252 + ".md", "ق" * 126 + ".md"
    desk.topic(f"content/topics/{latin}").topic(f"content/topics/{arabic}")
    outcome = desk.check()
    assert outcome.code == 1
    assert set(outcome.findings) == {f"content/topics/{latin} D010", f"content/topics/{arabic} D004"}
    assert "at most 200" in outcome.said
