"""Every code in one table. Adding one touches its family's file, in order."""

from __future__ import annotations

from generator.diagnostics.code import Code
from generator.diagnostics.codes import (
    d0_files,
    d1_fields,
    d2_references,
    d3_sense,
    d4_prose,
    d5_templates,
    d6_outputs,
    d7_imports,
    d9_settings,
)
from generator.diagnostics.diagnostic import Diagnostic, Severity

CODES: tuple[Code, ...] = (
    *d0_files.CODES,
    *d1_fields.CODES,
    *d2_references.CODES,
    *d3_sense.CODES,
    *d4_prose.CODES,
    *d5_templates.CODES,
    *d6_outputs.CODES,
    *d7_imports.CODES,
    *d9_settings.CODES,
)

BY_CODE: dict[str, Code] = {code.code: code for code in CODES}
BY_NAME: dict[str, Code] = {code.name: code for code in CODES}


def severity_of(finding: Diagnostic) -> Severity:
    """How grave a finding is: its code decides."""
    return BY_CODE[finding.code].severity
