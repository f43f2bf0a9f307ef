"""`docs/diagnostics.md` is what the table of codes says."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from generator.diagnostics.codes import CODES
from generator.diagnostics.reference import COMMAND, INTRODUCTION, reference_page
from tests.diagnostics.samples import EARLY_SOURCE, LONE_SOURCE, UNKNOWN_ACTOR

ROOT = Path(__file__).parents[2]


def test_the_committed_page_is_current() -> None:
    committed = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    assert committed == reference_page(), (
        f"docs/diagnostics.md is out of date; write it anew with\n\n    {COMMAND}\n"
    )


def test_the_command_writes_the_page() -> None:
    module = COMMAND.split()[2]
    written = subprocess.run(
        [sys.executable, "-m", module],
        cwd=ROOT,
        env={"PYTHONIOENCODING": "ascii"},
        check=True,
        capture_output=True,
    ).stdout
    assert written == reference_page().encode()


def test_a_family_and_its_entries() -> None:
    page = reference_page((UNKNOWN_ACTOR, EARLY_SOURCE, LONE_SOURCE))
    assert page.startswith(INTRODUCTION)
    assert page.removeprefix(INTRODUCTION).startswith(
        """
## D2xx: References and mentions

| code | name | severity |
|---|---|---|
| [D201](#d201-unknown-actor) | `unknown-actor` | error |

### D201 unknown-actor

*Error.* A field names an actor that no file describes.

A link to nobody would be published.

Not this:

```text
actors: [islamic-stat]
```

But this:

```text
actors: [islamic-state]
```

## D3xx: Sense
"""
    )
    assert page.endswith("```text\nsources: [a, b]\n```\n")


def test_an_example_cannot_end_its_block_or_hide_a_control() -> None:
    page = reference_page((replace(UNKNOWN_ACTOR, bad="```\ntext\u202e\n````"),))
    assert "\n`````text\n```\ntext\\u202e\n````\n`````\n" in page


def test_every_code_has_its_entry() -> None:
    page = reference_page()
    assert all(f"\n### {code.code} {code.name}\n" in page for code in CODES)
