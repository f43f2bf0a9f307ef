"""No text an editor, an outlet or an importer writes becomes markup: a page's skeleton (elements and attribute names)
is the same for hostile text as for plain words. A control shows that the comparison sees what escaping prevents."""

from __future__ import annotations

import json
from pathlib import Path

import html5lib
import pytest

from generator.rendering import environment as rendering_environment
from tests.site.model_site import Site

PLAIN = "plain words"
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</title></textarea></style></script><svg onload=alert(1)>",
    "<!-- comment --><b>bold</b>",
    "&lt;script&gt;&#60;b&#62;",
    "{{ 7*7 }}{% raw %}{# x #}",
    "\u2028</script>\u2029",
    "<a href=javascript:alert(1)>x</a>",
)

SITE = """title: "@@"
description: "@@"
base_url: https://x.example/
author: "@@"
licence: "@@"
roles:
  attacker: {label: "@@", group: "@@", list: did}
measures:
  killed: {label: "@@", group: "@@"}
"""
EVENT = """---
title: "@@"
date: 2014-08-24
date_basis: "@@"
locations: [place]
actors: [someone: attacker]
topics: [topic]
sources: [{article: report, locator: "@@", quote: "@@"}]
claims: [{measure: killed, group: "@@", figure: 3, claimed_by: someone, source: report}]
statements: [{by: someone, text: "@@", source: report, quoted: true}]
media: [{file: media/a.png, alt: "@@", credit: "@@", licence: "@@"}]
corrections: [{date: 2014-09-01, what: title, was: "@@", now: "@@", why: "@@", source: report}]
summary: "@@"
---
@@

## @@

| @@ | b |
|---|---|
| @@ | c |

> @@

`@@` and [[someone|@@]] and [@@](https://x.example/).[^1]

[^1]: @@
"""
OTHERS = {
    "content/articles/report.md": '---\ntitle: "@@"\npublisher: outlet\npublished: 2014-08-25\nbyline: "@@"\nlanguage: en\nsummary: "@@"\n---\n@@\n',
    "content/actors/someone.md": '---\nname: "@@"\nkind: person\nnames: {ar: "@@"}\naliases: ["@@ alias"]\nformer_names: [{name: "@@ old", until: 2014-12}]\nroles: [{in: outlet, as: "@@", source: report}]\nsummary: "@@"\n---\n@@\n',
    "content/actors/outlet.md": '---\nname: "outlet @@"\nkind: media\n---\n',
    "content/locations/place.md": '---\nname: "place @@"\nkind: country\nnames: {ar: "place @@ ar"}\naliases: ["place @@ alias"]\nsummary: "@@"\n---\n@@\n',
    "content/topics/topic.md": '---\ntitle: "@@"\nsummary: "@@"\n---\n@@\n',
    "content/pages/about.md": '---\ntitle: "@@"\n---\n@@\n',
}


def skeletons(folder: Path, text: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Every page's elements with their attribute names, in order, as a browser would parse them."""
    quoted = json.dumps(text, ensure_ascii=False)[1:-1]
    site = Site(folder).write("content/site.yaml", SITE.replace("@@", quoted))
    for path, source in {"content/events/event.md": EVENT, **OTHERS}.items():
        front, body = source.split("\n---\n", 1)
        site.write(path, f"{front.replace('@@', quoted)}\n---\n{body.replace('@@', text)}")
    (folder / "content/media").mkdir()
    (folder / "content/media/a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    built = site.build()
    assert built.published is not None, built.findings
    return {
        path: _skeleton(content.decode())
        for path, content in site.published().files.items()
        if path.endswith(".html")
    }


def _skeleton(source: str) -> list[tuple[str, tuple[str, ...]]]:
    tree = html5lib.parse(source, namespaceHTMLElements=False)
    return [(str(element.tag), tuple(sorted(map(str, element.attrib)))) for element in tree.iter()]


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    return skeletons(tmp_path_factory.mktemp("plain"), PLAIN)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_changes_no_page_s_skeleton(plain, hostile: str, tmp_path: Path) -> None:
    found = skeletons(tmp_path, hostile)
    assert found.keys() == plain.keys()
    assert [path for path in found if found[path] != plain[path]] == []


def test_the_control_without_escaping_the_skeleton_changes(
    plain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Unescaping(rendering_environment.PageEnvironment):
        def __init__(self, **options: object) -> None:
            super().__init__(**options | {"autoescape": False})  # type: ignore[arg-type]

    monkeypatch.setattr(rendering_environment, "PageEnvironment", Unescaping)
    rendering_environment.environment.cache_clear()
    try:
        found = skeletons(tmp_path, HOSTILE[0])
    finally:
        rendering_environment.environment.cache_clear()
    assert [path for path in found if found[path] != plain.get(path)]
