"""schema.org as schema-dts declares it: pages' JSON-LD compiled by TypeScript, and a JSON-LD context made of the types."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

MODULES = Path(__file__).parents[2] / ".ci/checkers/node_modules"
DECLARATIONS = MODULES / "schema-dts/dist/schema.d.ts"
COMPILER = MODULES / "typescript/bin/tsc"

Block = dict[str, Any]

_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_PROPERTY = re.compile(r'^    "(\w+)"\?: SchemaValue<(.*), "\w+">;$', re.MULTILINE)
_TYPE = re.compile(r'"@type": "(\w+)"')

OPTIONS = ("--noEmit", "--strict", "--skipLibCheck", "--moduleResolution", "node", "--pretty", "false")


def blocks(page: bytes) -> list[Block]:
    """The JSON-LD of a page."""
    return [json.loads(block) for block in _BLOCK.findall(page.decode())]


def complaints(found: Mapping[str, Block], folder: Path) -> dict[str, str]:
    """What the compiler says of each block, by its name: a literal of the type that the block claims to be. A line of
    the program is a block, so that a complaint's line names it.
    """
    names = list(found)
    types = sorted({block["@type"] for block in found.values()})
    head = f"import type {{ WithContext, {', '.join(types)} }} from 'schema-dts';"
    lines = [
        f"const b{number}: WithContext<{block['@type']}> = {json.dumps(block, ensure_ascii=False)};"
        for number, block in enumerate(found.values())
    ]
    program = folder / "blocks.ts"
    program.write_text("\n".join([head, *lines, "export {};", ""]), encoding="utf-8")
    modules = folder / "node_modules"
    if not modules.exists():
        modules.symlink_to(MODULES)
    done = subprocess.run(
        ["node", COMPILER, *OPTIONS, program.name], cwd=folder, capture_output=True, text=True, check=False
    )
    said = {}
    for line in done.stdout.splitlines():
        place = re.match(r"blocks\.ts\((\d+),\d+\): error (.*)", line)
        if place:
            said.setdefault(names[int(place[1]) - 2], place[2])
    assert (done.returncode == 0) == (not said), done.stdout + done.stderr
    return said


def covering(found: Mapping[str, Block]) -> dict[str, Block]:
    """The first blocks that between them have all that any has: a name stands for what is written in the same way."""
    seen: set[str] = set()
    sample = {}
    for name, block in found.items():
        written = set(_ways(block, ""))
        if not written <= seen:
            sample[name] = block
            seen |= written
    return sample


def _ways(value: object, way: str) -> Iterator[str]:
    """Each property by the types and properties that lead to it, and the kind of its value."""
    if isinstance(value, dict):
        here = f"{way}/{value.get('@type', '')}"
        for key, inner in value.items():
            yield from _ways(inner, f"{here}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from _ways(inner, f"{way}[]")
    else:
        yield f"{way}={type(value).__name__}"


@cache
def properties() -> dict[str, str]:
    """Every property of schema.org with the values that it takes, as declared."""
    return dict(_PROPERTY.findall(DECLARATIONS.read_text(encoding="utf-8")))


@cache
def types() -> frozenset[str]:
    """Every type of schema.org."""
    return frozenset(_TYPE.findall(DECLARATIONS.read_text(encoding="utf-8")))


def context() -> Block:
    """A JSON-LD context of all properties: what takes an address is one, what takes a date is one. As schema.org's own
    it has the vocabulary at http://schema.org/ and no address for text.
    """
    terms: Block = {"@vocab": "http://schema.org/"}
    for name, values in properties().items():
        kinds = {value.strip() for value in values.split("|")}
        if "URL" in kinds and "Text" not in kinds:
            terms[name] = {"@id": f"http://schema.org/{name}", "@type": "@id"}
        elif kinds & {"Date", "DateTime"}:
            terms[name] = {"@id": f"http://schema.org/{name}", "@type": "http://schema.org/Date"}
    return terms


def keys(value: object) -> Iterator[tuple[str, object]]:
    """Every key of a block with its value, however deep, the context's aside."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key != "@context":
                yield key, inner
                yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)
