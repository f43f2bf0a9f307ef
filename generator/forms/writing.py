"""A file with what a form says: the lines of the fields that changed, and nothing else.

What comes out is read again, and has to say what the form says. Where a field was changed in part and then says
something else, its entry is written anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.desk.splices import Splice, source_of, spliced
from generator.forms.control import Control
from generator.forms.entries import entry_anew
from generator.forms.reading import Manuscript, body_of, manuscript
from generator.forms.splicing import mapping_splices
from generator.forms.values import Value, is_blank, same


class CannotWriteError(ValueError):
    """The file is laid out so that this form cannot be written into it. `keys` are the fields."""

    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__(", ".join(keys))
        self.keys = tuple(keys)


def revised(
    raw: bytes, file: Manuscript, controls: Sequence[Control], values: Mapping[str, Value], body: str
) -> bytes:
    """The file's bytes with these values and this body; the same bytes where nothing changed. Raises CannotWriteError."""
    changed = [one for one in controls if not same(one, file.values[one.key], values[one.key])]
    of_body = _body_splices(file, body)
    if not changed and not of_body:
        return raw
    in_part = _fields(file, controls, {**file.values, **{one.key: values[one.key] for one in changed}})
    wrong = changed
    if in_part is not None:
        outcome = spliced(raw, [*in_part, *of_body])
        wrong = _wrong(outcome, file, controls, values, body)
        if not wrong:
            return outcome
    return _anew(raw, file, controls, values, body, wrong)


def _anew(
    raw: bytes,
    file: Manuscript,
    controls: Sequence[Control],
    values: Mapping[str, Value],
    body: str,
    wrong: Sequence[Control],
) -> bytes:
    """The same with the entries of some fields written anew."""
    keys = {one.key for one in wrong}
    rest = {one.key: file.values[one.key] if one.key in keys else values[one.key] for one in controls}
    entries = {key.text: (key, value) for key, value in file.mapping.entries}
    whole = [
        entry_anew(file.source, one, *entries[one.key], values[one.key])
        for one in wrong
        if one.key in entries and not is_blank(values[one.key])
    ]
    others = _fields(file, controls, rest)
    if others is None or len(whole) < len(wrong):
        raise CannotWriteError(sorted(keys))
    outcome = spliced(raw, [*others, *whole, *_body_splices(file, body)])
    if still := _wrong(outcome, file, controls, values, body):
        raise CannotWriteError([one.key for one in still])
    return outcome


def _fields(
    file: Manuscript, controls: Sequence[Control], values: Mapping[str, Value]
) -> list[Splice] | None:
    return mapping_splices(file.source, file.mapping, controls, file.values, values, file.division.end)


def _wrong(
    outcome: bytes, before: Manuscript, controls: Sequence[Control], values: Mapping[str, Value], body: str
) -> list[Control]:
    """The fields that say something else in a file than they should; all of them, where it cannot be read."""
    after = manuscript(source_of(outcome, before.source.path), controls)
    if after is None or after.unknown != before.unknown or after.body != body:
        return list(controls)
    return [one for one in controls if not same(one, after.values[one.key], values[one.key])]


def _body_splices(file: Manuscript, body: str) -> list[Splice]:
    """The lines of the body that changed."""
    text, begin = file.source.text, file.division.body
    old = body_of(file.source, file.division)
    if old == body:
        return []
    if not old:
        line = "" if text[:begin].endswith("\n") else "\n"
        return [Splice(begin, len(text), f"{line}{body}\n")]
    at = text.index(old, begin)
    mine, theirs = old.split("\n"), body.split("\n")
    first = _shared(mine, theirs)
    last = min(_shared(mine[::-1], theirs[::-1]), min(len(mine), len(theirs)) - first)
    start = at + len("\n".join(mine[:first])) + (1 if first and first < len(mine) else 0)
    end = at + len(old) - len("\n".join(mine[len(mine) - last :])) - (1 if last and last < len(mine) else 0)
    if start > end or not (mine[first : len(mine) - last] and theirs[first : len(theirs) - last]):
        return [Splice(at, at + len(old), body)]
    return [Splice(start, end, "\n".join(theirs[first : len(theirs) - last]))]


def _shared(mine: Sequence[str], theirs: Sequence[str]) -> int:
    """How many lines at the beginning are the same."""
    return next(
        (at for at, (one, other) in enumerate(zip(mine, theirs, strict=False)) if one != other),
        min(len(mine), len(theirs)),
    )
