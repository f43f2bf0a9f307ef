"""The whole of a site's content: order, translations, media, and files that change while they are read."""

from __future__ import annotations

import os
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.reading import content as reading
from generator.reading.content import read_content
from generator.reading.discover import discover
from generator.reading.load import load
from generator.reading.parse import parse_file
from generator.reading.source_file import SourceFile


def site(root: Path, files: dict[str, str]) -> Path:
    for path, text in {"site.yaml": "title: A timeline\n", **files}.items():
        file = root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return root


def topic(title: str) -> str:
    return f"---\ntitle: {title}\n---\n[[{title}]]\n"


def test_records_stand_by_kind_and_id(tmp_path):
    site(
        tmp_path,
        {
            "topics/b.md": topic("B"),
            "topics/2014/a.md": topic("A"),
            "events/z.md": "---\ntitle: Z\ndate: 2014\n---\n",
            "pages/about.md": "---\ntitle: About\n---\n",
            "actors/c.md": "---\nname: C\n---\n",
        },
    )
    content, findings = read_content(tmp_path)
    assert findings == ()
    assert [parsed.record.path for parsed in content.records] == [
        "content/events/z.md",
        "content/actors/c.md",
        "content/topics/2014/a.md",
        "content/topics/b.md",
        "content/pages/about.md",
    ]


def test_translations_belong_to_their_record(tmp_path):
    site(
        tmp_path,
        {
            "actors/c.md": "---\nname: C\n---\n",
            "actors/c.tr.md": "---\nname: Ç\n---\n",
            "actors/c.ar.md": "---\nname: ج\nsummary: نص\n---\nنص\n",
        },
    )
    content, findings = read_content(tmp_path)
    assert findings == ()
    assert [(t.language, t.title) for t in content.records[0].record.translations] == [
        ("ar", "ج"),
        ("tr", "Ç"),
    ]


def test_media_and_faulty_records_are_listed(tmp_path):
    site(tmp_path, {"media/2014/base.jpg": "", "topics/a.md": "---\n---\n", "topics/B C.md": topic("B")})
    content, _ = read_content(tmp_path)
    assert content.media == ("content/media/2014/base.jpg",)
    assert content.records == ()
    assert content.unread == (("topic", "B C"), ("topic", "a"))


def test_of_one_id_the_first_file_stands(tmp_path):
    site(tmp_path, {"topics/1/a.md": topic("First"), "topics/2/a.md": topic("Second")})
    content, findings = read_content(tmp_path)
    assert [parsed.record.title for parsed in content.records] == ["First"]
    assert [finding.code for finding in findings] == ["D005"]


def test_jobs_and_the_order_of_the_disk_change_nothing(tmp_path, monkeypatch):
    site(
        tmp_path, {f"topics/t{n}.md": topic(f"T{n}") if n % 7 else "---\ntitel: x\n---\n" for n in range(300)}
    )
    expected = read_content(tmp_path, jobs=1)
    assert len(expected[1]) == 43
    assert read_content(tmp_path, jobs=3) == expected
    scandir = os.scandir

    class Shuffled:
        def __init__(self, path):
            with scandir(path) as entries:
                self.entries = sorted(entries, key=lambda entry: entry.name[::-1])

        def __enter__(self):
            return iter(self.entries)

        def __exit__(self, *_):
            return None

    monkeypatch.setattr(os, "scandir", Shuffled)
    assert read_content(tmp_path, jobs=1) == expected


def test_a_file_that_goes_while_it_is_read_is_left_out(tmp_path, monkeypatch):
    site(tmp_path, {"topics/a.md": topic("A"), "topics/b.md": topic("B")})

    def discover_and_remove(root):
        found = discover(root)
        (root / "content/topics/a.md").unlink()
        return found

    monkeypatch.setattr(reading, "discover", discover_and_remove)
    content, findings = read_content(tmp_path)
    assert findings == ()
    assert [parsed.record.id for parsed in content.records] == ["b"]
    assert content.unread == ()


def test_a_pipe_that_takes_a_files_place_does_not_block(tmp_path):
    file = SourceFile("content/topics/a.md", "topic", "a")
    (tmp_path / "content/topics").mkdir(parents=True)
    os.mkfifo(tmp_path / file.path)
    results = []
    reader = threading.Thread(target=lambda: results.append(parse_file(tmp_path, file)), daemon=True)
    reader.start()
    reader.join(10)
    assert [finding.code for finding in results[0].findings] == ["D008"]


@pytest.mark.parametrize("link", ["content", "content/topics", "content/topics/a.md"])
def test_no_link_on_the_way_is_followed(tmp_path, link):
    real = site(tmp_path / "real", {"topics/a.md": topic("A")})
    root = tmp_path / "site"
    (root / link).parent.mkdir(parents=True)
    (root / link).symlink_to(real / link)
    assert load(root, "content/topics/a.md").span.path == link
    assert any(finding.code == "D007" and finding.span.path == link for finding in discover(root)[1])


@pytest.fixture
def shared_folder():
    """A folder that anybody may enter; pytest's own are for their owner alone."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@contextmanager
def nobody_in_particular():
    """Root may read everything, so it steps down for a while; anybody else stays who they are."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(was)


@pytest.mark.parametrize("locked", ["content/topics/a.md", "content/topics", "content/site.yaml"])
def test_what_may_not_be_read_is_named(shared_folder, locked):
    site(shared_folder, {"topics/a.md": topic("A")})
    (shared_folder / locked).chmod(0)
    try:
        with nobody_in_particular():
            _, findings = read_content(shared_folder)
    finally:
        (shared_folder / locked).chmod(0o700)
    assert (locked, "D001") in {(finding.span.path, finding.code) for finding in findings}


def test_folders_300_deep_are_walked(tmp_path):
    deep = "/".join("d" * 3 for _ in range(300))
    site(tmp_path, {f"topics/{deep}/a.md": topic("A")})
    content, findings = read_content(tmp_path)
    assert findings == ()
    assert len(content.records) == 1


def test_a_path_beyond_the_systems_limit_is_named(tmp_path):
    site(tmp_path, {})
    here = Path.cwd()
    try:
        os.chdir(tmp_path / "content")
        for name in ["topics", *["d" * 200] * 25]:
            Path(name).mkdir()
            os.chdir(name)
    finally:
        os.chdir(here)
    _, findings = read_content(tmp_path)
    assert {finding.code for finding in findings} == {"D010"}
