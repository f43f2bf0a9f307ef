"""`sarif`: a SARIF 2.1.0 log, which code-scanning services and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. Columns are UTF-16 code units, the kind every
reader knows; paths are relative to `%SRCROOT%`, the site's folder.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from generator.diagnostics.code import Code
from generator.diagnostics.codes import BY_CODE
from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.diagnostics.renderers.sarif_place import located
from generator.diagnostics.sources import SourceLines
from generator.diagnostics.style import PLAIN, Style
from generator.diagnostics.visible import encodable, visible

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}

Json = dict[str, object]


def render(
    findings: Sequence[Diagnostic],
    sources: SourceLines,
    _style: Style = PLAIN,
    codes: Mapping[str, Code] = BY_CODE,
    /,
) -> str:
    """One run with the rules that its results name, in the order of their codes."""
    rules = sorted({finding.code for finding in findings})
    index = {code: number for number, code in enumerate(rules)}
    run: Json = {
        "tool": {"driver": {"name": "Dateline", "rules": [_rule(codes[code]) for code in rules]}},
        "columnKind": "utf16CodeUnits",
        "results": [
            _result(finding, sources, codes[finding.code], index[finding.code]) for finding in findings
        ],
    }
    log: Json = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return f"{json.dumps(log, indent=2)}\n"


def _rule(code: Code) -> Json:
    return {
        "id": code.code,
        "name": code.name,
        "shortDescription": _message(code.what),
        "fullDescription": _message(f"{code.what} {code.why}"),
        "help": _message(f"{code.what}\n\n{code.why}\n\nNot this:\n{code.bad}\n\nBut this:\n{code.good}"),
        "defaultConfiguration": {"level": LEVELS[code.severity]},
    }


def _result(finding: Diagnostic, sources: SourceLines, code: Code, rule: int) -> Json:
    result: Json = {
        "ruleId": code.code,
        "ruleIndex": rule,
        "level": LEVELS[code.severity],
        "message": _message(_wording(finding) or code.name),
        "locations": [located(finding.span, sources)] if finding.span.path else [],
    }
    if finding.related:
        result["relatedLocations"] = [located(span, sources) for span in finding.related if span.path]
    if finding.record:
        result["properties"] = {"record": encodable(finding.record)}
    return result


def _wording(finding: Diagnostic) -> str:
    return "\n".join(visible(text) for text in (finding.message, finding.help) if text)


def _message(text: str) -> Json:
    """A plain text message. Braces would be read as placeholders (3.11.5) and `[a](b)` as a link (3.11.6)."""
    return {"text": encodable(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")}
