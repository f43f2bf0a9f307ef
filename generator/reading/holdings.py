"""A site's files as read, one by one, so that some of them can be exchanged for what is not on the disk yet.

For whoever asks "what would the content be if these files said so": the desk's commands before they write, and
editors while a text is not saved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.order import in_order
from generator.model.parsed import Places
from generator.model.site_settings import Site
from generator.reading.cache import ParseCache
from generator.reading.collisions import collisions
from generator.reading.content import Content, assemble
from generator.reading.discover import CONTENT, SITE_FILE, discover, source_file
from generator.reading.fingerprint import parsing_fingerprint
from generator.reading.parsed_file import ParsedFile
from generator.reading.record_names import misnamed
from generator.reading.reuse import parse_all
from generator.reading.site import parse_site, read_site
from generator.reading.source_file import SourceFile

_COLLIDING = frozenset({"D005", "D006"})


@dataclass(frozen=True, slots=True)
class Holdings:
    """`files` are records and translations by path; `found` is what was found about names; `media` are paths of
    pictures. `settings` are the site's, with their places and findings.
    """

    settings: tuple[Site, Places, tuple[Diagnostic, ...]]
    files: Mapping[str, ParsedFile]
    media: tuple[str, ...]
    found: tuple[Diagnostic, ...]

    def content(self) -> tuple[Content, tuple[Diagnostic, ...]]:
        """What `read_content` gives."""
        site, site_places, of_settings = self.settings
        ordered = [self.files[path] for path in sorted(self.files)]
        content, conflicts = assemble(ordered)
        content = replace(content, site=site, site_places=site_places, media=self.media)
        of_files = (finding for one in ordered for finding in one.findings)
        clashes = collisions(one.file for one in ordered)
        return content, in_order((*of_settings, *self.found, *of_files, *conflicts, *clashes))

    def revised(self, texts: Mapping[str, bytes | None]) -> Holdings:
        """The same with these files in the place of what is there; None for a file that is gone."""
        settings = self.settings
        if (raw := texts.get(SITE_FILE)) is not None:
            settings = parse_site(raw)
        files = {path: one for path, one in self.files.items() if path not in texts}
        found = [finding for finding in self.found if finding.span.path not in texts]
        for path, text in texts.items():
            file = source_file(path)
            if isinstance(file, Diagnostic):
                found.extend([file] if text is not None else ())
            elif text is not None and file.record_kind is not None:
                files[path] = parsed(text, file, settings[0].language)
                found.extend(misnamed(file))
        return Holdings(settings, files, self.media, tuple(found))


def read_holdings(root: Path, jobs: int = 1, cache: ParseCache | None = None) -> Holdings:
    """Everything under `root/content`; `cache` as for `read_content`."""
    settings = read_site(root)
    language = settings[0].language
    files, found = discover(root)
    cache = cache or ParseCache(Path())
    if cache.folder != Path():
        cache.open(parsing_fingerprint(language))
    read = parse_all(root, _written(files), language, jobs=jobs, cache=cache)
    media = tuple(file.path for file in files if file.kind == "media")
    return Holdings(settings, {one.file.path: one for one in read}, media, tuple(_lasting(found)))


def parsed(text: bytes, file: SourceFile, language: str) -> ParsedFile:
    """A file from its bytes. The parser is imported when something must be parsed, and not before."""
    from generator.reading.parse import parse_bytes  # noqa: PLC0415

    return parse_bytes(text, file, language)


def _written(files: Iterable[SourceFile]) -> list[SourceFile]:
    return [file for file in files if file.record_kind is not None]


def _lasting(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Findings on names, without those that `content` makes anew from the files there are then."""
    pictures = f"{CONTENT}/media/"
    return (f for f in found if f.code not in _COLLIDING or f.span.path.startswith(pictures))
