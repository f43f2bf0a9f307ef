"""Every case in fixtures/*.md: a title, the Markdown, and what it becomes.

In the expected part a mention is `⟦target⟧` or `⟦target|words⟧`, ROOT is `@@`, and each finding stands on a line below
the HTML: `! line:column length code: message`.
"""

from pathlib import Path

import pytest
from markdown_it.utils import read_fixture_file

from generator.diagnostics.diagnostic import Diagnostic
from generator.markdown.body import parse_body
from generator.model.prose import ROOT, Mention, Prose

FIXTURES = Path(__file__).parent / "fixtures"
CASES = [
    pytest.param(markdown, expected, id=f"{path.stem}: {title}")
    for path in sorted(FIXTURES.glob("*.md"))
    for _, title, markdown, expected in read_fixture_file(path)
]


def shown(prose: Prose, findings: tuple[Diagnostic, ...]) -> str:
    html = "".join(part if isinstance(part, str) else mention(prose.mentions[part]) for part in prose.parts)
    lines = [f"! {f.span.line}:{f.span.column} {f.span.length} {f.code}: {f.message}" for f in findings]
    return html.replace(ROOT, "@@").rstrip("\n") + "\n" + "".join(line + "\n" for line in lines)


def mention(found: Mention) -> str:
    return f"⟦{found.target}|{found.words}⟧" if found.words else f"⟦{found.target}⟧"


@pytest.mark.parametrize(("markdown", "expected"), CASES)
def test_fixture(markdown, expected):
    assert shown(*parse_body(markdown, path="body.md", first_line=1)) == expected
