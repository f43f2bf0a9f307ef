"""Every code in one table. Adding one touches its family's file, in order."""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics.code import Code, Family
from generator.diagnostics.codes import (
    d0_files,
    d1_fields,
    d2_references,
    d3_sense,
    d4_prose,
    d5_templates,
    d6_outputs,
    d7_imports,
    d8_desk,
    d9_settings,
)
from generator.diagnostics.diagnostic import Diagnostic, Severity

FAMILIES: tuple[Family, ...] = (
    Family("D0", "Files, encoding and YAML", d0_files.CODES),
    Family("D1", "Fields", d1_fields.CODES),
    Family("D2", "References and mentions", d2_references.CODES),
    Family("D3", "Sense", d3_sense.CODES),
    Family("D4", "Prose and links", d4_prose.CODES),
    Family("D5", "Templates", d5_templates.CODES),
    Family("D6", "Outputs", d6_outputs.CODES),
    Family("D7", "Imports", d7_imports.CODES),
    Family("D8", "The desk's commands", d8_desk.CODES),
    Family("D9", "Settings", d9_settings.CODES),
)

CODES: tuple[Code, ...] = tuple(code for family in FAMILIES for code in family.codes)

BY_CODE: Mapping[str, Code] = {code.code: code for code in CODES}
BY_NAME: Mapping[str, Code] = {code.name: code for code in CODES}


def severity_of(finding: Diagnostic) -> Severity:
    """How grave a finding is: its code decides."""
    return BY_CODE[finding.code].severity
