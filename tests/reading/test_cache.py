"""The memory of parsed files changes how long a build takes, and nothing else, whatever is done to it."""

from __future__ import annotations

import os
import random
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from generator.reading import fingerprint, reuse
from generator.reading.cache import SHARDS, ParseCache
from generator.reading.content import Content, read_content

GOLDEN = Path(__file__).parents[1] / "site/golden/content"
BROKEN = "---\ntitle: x\ndate: 2014-02-30\nnonsense: 1\n---\n[[unclosed\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(GOLDEN, tmp_path / "content")
    (tmp_path / "content/events/broken.md").write_text(BROKEN)
    (tmp_path / "content/events/2014/treaty.ar.md").write_text("---\ntitle: هدنة\n---\nنص\n")
    return tmp_path


def read(root: Path, *, remembering: bool = True) -> tuple[Content, tuple[object, ...]]:
    return noted(root)[0] if remembering else read_content(root, 1)


def noted(root: Path) -> tuple[tuple[Content, tuple[object, ...]], str]:
    """What was read with the memory, which is kept, and what was wrong with it."""
    cache = ParseCache(root / "cache")
    found = read_content(root, 1, cache)
    with suppress(OSError):
        cache.save()
    return found, cache.note


def comparable(found: tuple[Content, tuple[object, ...]]) -> object:
    """Content and findings; of places what they say, however they are kept."""
    content, findings = found
    records = [(parsed.record, parsed.body, dict(parsed.places)) for parsed in content.records]
    return content.site, records, content.media, content.unread, findings


def watch(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    seen: list[str] = []
    parse = reuse._parse

    def noting(shared, file):
        seen.append(file.path)
        return parse(shared, file)

    monkeypatch.setattr(reuse, "_parse", noting)
    return seen


def age(root: Path) -> None:
    """Let the files be older than the next build, as files are."""
    for file in root.rglob("*.md"):
        os.utime(file, ns=(1, 1))


def test_a_warm_reading_is_the_same_and_parses_nothing(root, monkeypatch):
    age(root)
    cold = comparable(read(root, remembering=False))
    assert comparable(read(root)) == cold
    seen = watch(monkeypatch)
    assert comparable(read(root)) == cold
    assert seen == []


def test_an_edit_is_parsed_and_nothing_else(root, monkeypatch):
    age(root)
    read(root)
    file = root / "content/events/2014/treaty.md"
    file.write_text(file.read_text().replace("Truce", "Treaty"))
    seen = watch(monkeypatch)
    warm = comparable(read(root))
    assert seen == ["content/events/2014/treaty.md"]
    assert warm == comparable(read(root, remembering=False))


def test_a_touched_file_is_hashed_and_not_parsed(root, monkeypatch):
    age(root)
    read(root)
    for file in root.rglob("*.md"):
        file.touch()
    seen = watch(monkeypatch)
    assert comparable(read(root)) == comparable(read(root))
    assert seen == []


def test_an_edit_of_the_same_size_at_the_same_time_is_found(root):
    age(root)
    read(root)
    file = root / "content/events/2014/treaty.md"
    file.write_text(file.read_text().replace("Truce", "Pause"))
    os.utime(file, ns=(1, 1))
    assert comparable(read(root)) == comparable(read(root, remembering=False))


def test_a_file_written_while_the_build_begins_proves_nothing_by_its_times(root, monkeypatch):
    age(root)
    file = root / "content/events/2014/treaty.md"
    later = 2**62
    os.utime(file, ns=(later, later))
    read(root)
    status = file.stat()
    seen = watch(monkeypatch)
    monkeypatch.setattr(reuse, "_stat", _frozen(file, status, reuse._stat))
    file.write_text(file.read_text().replace("Truce", "Pause"))
    assert comparable(read(root)) == comparable(read(root, remembering=False))
    assert "content/events/2014/treaty.md" in seen


def _frozen(file, status, stat):
    """A file system too coarse to tell the edit."""
    before = reuse.Stat(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
    return lambda path: before if path == str(file) else stat(path)


def test_files_that_go_are_forgotten(root):
    read(root)
    (root / "content/events/2014/treaty.md").unlink()
    (root / "content/events/2014/treaty.ar.md").unlink()
    assert comparable(read(root)) == comparable(read(root, remembering=False))
    whole = b"".join(file.read_bytes() for file in (root / "cache").iterdir())
    assert b"treaty.md" not in whole


def test_another_language_of_the_site_parses_all_anew(root):
    read(root)
    settings = root / "content/site.yaml"
    settings.write_text(settings.read_text().replace("language: en", "language: de"))
    assert noted(root)[1] == "the cache is from another version; building without it"
    assert comparable(read(root)) == comparable(read(root, remembering=False))


def test_many_processes_give_the_same(root):
    cold = comparable(read(root, remembering=False))
    monkey = pytest.MonkeyPatch()
    with monkey.context() as patch:
        ordered = reuse.ordered_map
        patch.setattr(reuse, "ordered_map", lambda *a, **k: ordered(*a, **k | {"enough": 1, "jobs": 3}))
        assert comparable(read(root)) == cold
    assert comparable(read(root)) == cold


def shards(root: Path) -> list[Path]:
    return sorted(file for file in (root / "cache").iterdir() if len(file.name) == 2)


def test_every_truncation_gives_the_right_result(root):
    read(root)
    cold = comparable(read(root, remembering=False))
    file = max(shards(root), key=lambda file: file.stat().st_size)
    whole = file.read_bytes()
    lengths = {*range(0, len(whole), max(1, len(whole) // 300)), *range(200), len(whole) - 1}
    for length in sorted(lengths):
        file.write_bytes(whole[:length])
        found, note = noted(root)
        assert note == "the cache was damaged; building without it"
        assert comparable(found) == cold


def test_a_thousand_flipped_bits_give_the_right_result(root):
    read(root)
    cold = comparable(read(root, remembering=False))
    chance = random.Random(7)  # noqa: S311 - nothing is kept secret here
    originals = {file: file.read_bytes() for file in shards(root)}
    for _ in range(100):
        for _ in range(10):
            file = chance.choice(list(originals))
            content = bytearray(file.read_bytes())
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
            file.write_bytes(content)
        assert comparable(read(root)) == cold


@pytest.mark.parametrize("content", [b"", b"\n", b"dateline-parsed x y\n", b"\x80\x04pickle", b"\x00" * 4096])
def test_foreign_files_hold_nothing(root, content):
    cold = comparable(read(root, remembering=False))
    (root / "cache").mkdir()
    for number in range(SHARDS):
        (root / f"cache/{number:02x}").write_bytes(content)
    assert comparable(read(root)) == cold
    assert comparable(read(root)) == cold


def test_a_cache_that_is_a_file_or_a_folder_in_the_way_costs_only_time(root):
    cold = comparable(read(root, remembering=False))
    (root / "cache").write_text("a file")
    assert comparable(read(root)) == cold
    (root / "cache").unlink()
    (root / "cache/00").mkdir(parents=True)
    assert comparable(read(root)) == cold


def test_code_that_is_edited_while_it_runs_saves_nothing(root, monkeypatch):
    read(root)
    before = {file: file.read_bytes() for file in (root / "cache").iterdir()}
    (root / "content/events/2014/treaty.md").write_text(BROKEN)
    cache = ParseCache(root / "cache")
    read_content(root, 1, cache)
    monkeypatch.setattr(fingerprint, "_on_disk", lambda: "other code")
    with pytest.raises(OSError, match="edited"):
        cache.save()
    assert {file: file.read_bytes() for file in before} == before


def test_the_fingerprint_is_that_of_the_code_that_runs(monkeypatch):
    before = fingerprint.parsing_fingerprint("en")
    monkeypatch.setattr(fingerprint, "_on_disk", lambda: "other code")
    assert fingerprint.parsing_fingerprint("en") == before
    assert fingerprint.parsing_fingerprint("de") != before
