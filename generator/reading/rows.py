"""Dataclasses to rows of plain values and back, by their annotations: for JSON, which has no classes.

A row is a dataclass's values in the order of its fields. What the annotation of a field tells is not said again: a
tuple is an array, a moment or a figure its text, a dataclass a row. Where a field's default is a dataclass, null is
the default.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Final, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from generator.model.figure import Figure
from generator.model.moment import Moment

Conversion = Callable[[Any], Any]


def _same(value: Any) -> Any:
    return value


class Shape(NamedTuple):
    """How values of a type are written, and made again."""

    write: Conversion = _same
    make: Conversion = _same


_AS_IT_IS: Final = Shape()
_PLAIN: Final = frozenset({str, int, float, bool, NoneType})
_TEXTS: Final = {Moment: Shape(str, Moment.parse), Figure: Shape(str, Figure.parse)}


@cache
def shape_of(hint: Any) -> Shape:
    """The shape of values with this annotation. Raises TypeError for one that is not known."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint in _PLAIN or origin is Literal:
        return _AS_IT_IS
    if hint in _TEXTS:
        return _TEXTS[hint]
    if origin is tuple:
        return _of_tuple(arguments)
    if origin in (Union, UnionType):
        return _of_union(arguments)
    if is_dataclass(hint) and isinstance(hint, type):
        return _of_dataclass(hint)
    raise TypeError(hint)


def _of_tuple(arguments: tuple[Any, ...]) -> Shape:
    shapes = {shape_of(argument) for argument in arguments if argument is not ...}
    if shapes == {_AS_IT_IS}:
        return Shape(_same, tuple)
    if len(shapes) > 1 or arguments[-1] is not ...:
        raise TypeError(arguments)
    write, make = shapes.pop()
    return Shape(  # most lists of a record are empty
        lambda values: [write(value) for value in values] if values else values,
        lambda rows: tuple(map(make, rows)) if rows else (),
    )


def _of_union(arguments: tuple[Any, ...]) -> Shape:
    shapes = {shape_of(argument) for argument in arguments if argument is not NoneType}
    if len(shapes) > 1:
        raise TypeError(arguments)
    return _with_null(shapes.pop(), None)


def _with_null(shape: Shape, default: object) -> Shape:
    """The shape where null stands for one value."""
    write, make = shape
    if shape == _AS_IT_IS:
        return shape

    def written(value: Any) -> Any:
        return None if value is default or value == default else write(value)

    def made(row: Any) -> Any:
        return default if row is None else make(row)

    return Shape(written, made)


def _of_dataclass(of: type[Any]) -> Shape:
    shapes = _shapes(of)
    names = tuple(shapes)
    write = [(at, shape.write) for at, shape in enumerate(shapes.values()) if shape.write is not _same]
    make = [(at, shape.make) for at, shape in enumerate(shapes.values()) if shape.make is not _same]
    by_name = any(field.kw_only for field in fields(of))
    values_of: Callable[[Any], tuple[Any, ...]] = attrgetter(*names, names[0])  # a tuple, of one name too

    def written(value: Any) -> list[Any]:
        row = [*values_of(value)]
        row.pop()
        for at, convert in write:
            row[at] = convert(row[at])
        return row

    def made(row: list[Any]) -> Any:
        for at, convert in make:
            row[at] = convert(row[at])
        return of(**dict(zip(names, row, strict=True))) if by_name else of(*row)

    return Shape(written, made if make or by_name else lambda row: of(*row))


def _shapes(of: type[Any]) -> dict[str, Shape]:
    hints = get_type_hints(of)
    shapes: dict[str, Shape] = {}
    for field in fields(of):
        shape = shape_of(hints[field.name])
        has_default = field.default is not MISSING and is_dataclass(field.default)
        shapes[field.name] = _with_null(shape, field.default) if has_default else shape
    return shapes
