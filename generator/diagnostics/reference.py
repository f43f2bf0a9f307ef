"""`docs/diagnostics.md`, generated from the table of codes.

python -m generator.diagnostics.reference > docs/diagnostics.md
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

from generator.diagnostics.code import Code, Family
from generator.diagnostics.codes import CODES, FAMILIES
from generator.diagnostics.visible import visible

COMMAND = "python -m generator.diagnostics.reference > docs/diagnostics.md"

INTRODUCTION = f"""\
# Diagnostics

<!-- Generated: do not edit. {COMMAND} -->

Everything that `dateline check` and `dateline build` can find, by code. A code is permanent: it is never given
another meaning. An **error** stops publication and leaves the site as it was; a **warning** stops it under
`--strict`; an **info** only tells. `dateline explain D201` (or `dateline explain unknown-actor`) shows an entry here
on the terminal.

A record answers for a warning that stands with `accept:` in its front matter:

```yaml
accept:
  - code: D305
    why: Looked at on 2 March. The report says so itself.
```

An error cannot be accepted, and an acceptance that answers for nothing is a finding itself.

## Formats

`dateline check --format` writes findings in one of these:

| format | what it is for |
|---|---|
| `full` | people: the source line, carets under the place, and what would mend it |
| `concise` | one line each, for grep and editors: `path:line:column: severity[code] name: message` |
| `json` | other programs: one array, described below |
| `github` | GitHub Actions: workflow commands that become annotations |
| `sarif` | code scanning: a SARIF 2.1.0 log, columns in UTF-16 code units |

The objects of `json` have these fields, always all of them. Fields may be added, never renamed or removed.

| field | type | meaning |
|---|---|---|
| `code` | string | `D201` |
| `name` | string | `unknown-actor` |
| `severity` | string | `error`, `warning` or `info` |
| `message` | string | what is wrong |
| `help` | string | what would mend it, or empty |
| `path` | string | the file, from the site's folder, with `/`; empty for what stands in no file |
| `line` | integer | 1-based; 0 for the whole file |
| `column` | integer | 1-based, in characters (code points); 0 for the whole line |
| `length` | integer | in characters, on that line |
| `record` | string | `event/tabqa-falls`, or empty |
| `related` | array | other places that belong to the finding: objects with `path`, `line`, `column`, `length` |
"""


def reference_page(codes: Sequence[Code] = CODES) -> str:
    """The page as Markdown: an introduction, then a section per family that has codes."""
    sections = (
        _section(family, tuple(code for code in codes if code.code.startswith(family.prefix)))
        for family in FAMILIES
    )
    return "\n".join((INTRODUCTION, *(section for section in sections if section)))


def _section(family: Family, codes: Sequence[Code]) -> str:
    if not codes:
        return ""
    rows = "".join(
        f"| [{code.code}](#{_anchor(code)}) | `{code.name}` | {code.severity} |\n" for code in codes
    )
    table = f"| code | name | severity |\n|---|---|---|\n{rows}"
    return "\n".join((f"## {family.prefix}xx: {family.title}\n", table, *map(_entry, codes)))


def _entry(code: Code) -> str:
    return (
        f"### {code.code} {code.name}\n\n"
        f"*{code.severity.capitalize()}.* {_one_line(code.what)}\n\n"
        f"{_one_line(code.why)}\n\n"
        f"Not this:\n\n{_fenced(code.bad)}\n"
        f"But this:\n\n{_fenced(code.good)}"
    )


def _anchor(code: Code) -> str:
    """The fragment that GitHub gives the entry's heading."""
    return f"{code.code} {code.name}".lower().replace(" ", "-")


def _one_line(text: str) -> str:
    return visible(" ".join(text.split()))


def _fenced(sample: str) -> str:
    """A code block whose fence is longer than any run of backticks in the sample."""
    longest = max((len(run) for run in re.findall("`+", sample)), default=0)
    fence = "`" * max(3, longest + 1)
    lines = "\n".join(visible(line).rstrip() for line in sample.strip("\n").split("\n"))
    return f"{fence}text\n{lines}\n{fence}\n"


if __name__ == "__main__":
    # In UTF-8 wherever it runs: the committed page is compared byte for byte.
    sys.stdout.buffer.write(reference_page().encode())
