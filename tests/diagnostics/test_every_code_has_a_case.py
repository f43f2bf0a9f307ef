"""Every code has a case in which it is found by the code that looks for it.

Most cases are literate: a fixture holds a small site, or a text, and says what is found in it. The others are tests by
name, which are shown to be there and to name the code. A code that is added without a case fails here.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from generator.diagnostics.codes import CODES, d4_prose
from generator.importers.delimited import read_delimited
from tests.checks.casebook import read_cases
from tests.reading.cases import cases
from tests.site.model_site import Site

TESTS = Path(__file__).parents[1]

NAMED = {
    "D201": "graph/test_findings.py::test_unknown_actor_with_the_nearest_and_its_file",
    "D202": "graph/test_findings.py::test_every_field_that_names_a_record",
    "D203": "graph/test_findings.py::test_every_field_that_names_a_record",
    "D204": "graph/test_findings.py::test_every_field_that_names_a_record",
    "D205": "graph/test_findings.py::test_the_navigation_names_pages_and_addresses",
    "D206": "graph/test_findings.py::test_wrong_kind_says_what_it_is",
    "D207": "graph/test_findings.py::test_every_field_that_names_a_record",
    "D208": "graph/test_findings.py::test_ambiguous_mention_lists_what_to_write",
    "D209": "graph/test_findings.py::test_draft_reference_only_while_drafts_are_off",
    "D210": "graph/test_findings.py::test_circular_part_of",
    "D211": "graph/test_findings.py::test_circular_based_on_and_follows",
    "D212": "graph/test_findings.py::test_circular_based_on_and_follows",
    "D213": "graph/test_findings.py::test_self_reference",
    "D214": "graph/test_findings.py::test_unknown_role_and_measure_with_the_nearest",
    "D215": "graph/test_findings.py::test_unknown_role_and_measure_with_the_nearest",
    "D216": "graph/test_findings.py::test_former_ids_that_are_taken",
    "D217": "graph/test_findings.py::test_an_unrooted_location_once_for_its_chain",
    "D501": "rendering/test_faults.py::test_a_fault_names_the_template_its_line_and_the_page",
    "D502": "rendering/test_faults.py::test_a_fault_names_the_template_its_line_and_the_page",
    "D503": "rendering/test_faults.py::test_a_fault_names_the_template_its_line_and_the_page",
    "D504": "rendering/test_faults.py::test_a_fault_names_the_template_its_line_and_the_page",
    "D505": "rendering/test_faults.py::test_a_fault_names_the_template_its_line_and_the_page",
    "D506": "exports/test_card_images.py::test_letters_that_no_font_has_are_a_finding_at_the_record",
    "D601": "pages/test_plan.py::test_a_free_page_on_an_address_of_the_generator_is_found_at_its_file",
    "D602": "pages/test_plan.py::test_case_and_form_do_not_make_two_addresses",
    "D603": "pages/test_plan.py::test_a_file_cannot_stand_where_a_folder_must",
    "D604": "pages/test_plan.py::test_names_that_some_system_refuses_are_found",
    "D607": "diagnostics/test_every_code_has_a_case.py::test_a_link_to_a_heading_that_its_page_does_not_have",
    "D605": "diagnostics/test_every_code_has_a_case.py::test_a_link_within_the_site_that_leads_nowhere",
    "D606": "diagnostics/test_every_code_has_a_case.py::test_a_picture_that_is_not_there",
    "D611": "publishing/test_stage.py::test_restores_a_page_edited_by_hand_and_says_so",
    "D612": "publishing/test_stage.py::test_refuses_to_replace_another_s_file",
    "D701": "importers/test_csv.py::test_an_encoding_that_the_map_names",
    "D702": "importers/test_csv.py::test_more_rows_than_the_limit",
    "D703": "diagnostics/test_every_code_has_a_case.py::test_a_table_in_another_encoding",
    "D704": "importers/test_csv.py::test_a_map_with_faults_says_where",
    "D705": "importers/test_csv.py::test_columns_that_nobody_named_are_told_once",
    "D706": "importers/test_csv.py::test_every_row_is_a_record_or_a_finding",
    "D707": "importers/test_csv.py::test_every_row_is_a_record_or_a_finding",
    "D708": "importers/test_csv.py::test_every_row_is_a_record_or_a_finding",
    "D709": "importers/test_dates.py::test_what_has_a_doubt_gets_a_finding",
    "D710": "importers/test_dates.py::test_what_has_a_doubt_gets_a_finding",
    "D711": "importers/test_gazetteers.py::test_every_row_of_geonames_is_a_record_or_a_finding",
    "D712": "importers/test_settle.py::test_edits_by_hand_are_kept_and_told",
    "D713": "importers/test_gazetteers.py::test_what_the_site_has_is_offered_and_kept",
    "D714": "importers/test_gazetteers.py::test_what_the_site_has_is_offered_and_kept",
    "D715": "importers/test_icalendar.py::test_what_becomes_no_record_has_its_line",
    "D716": "importers/test_csv.py::test_a_value_that_does_not_fit_is_left_out_and_the_row_stays",
    "D717": "importers/test_rss.py::test_hostile_headlines_become_plain_words",
    "D718": "importers/test_gazetteers.py::test_every_row_of_wikidata_is_a_record_or_a_finding",
    "D719": "importers/test_csv.py::test_a_row_that_slipped_is_told",
    "D720": "importers/test_gazetteers.py::test_what_the_site_has_is_offered_and_kept",
    "D721": "importers/test_gazetteers.py::test_every_row_of_wikidata_is_a_record_or_a_finding",
    "D722": "importers/test_rss.py::test_atom_with_a_date_of_change_alone",
    "D723": "importers/test_markdown_folder.py::test_every_file_is_a_record_or_a_finding",
    "D724": "importers/test_web_page.py::test_a_quotation_that_does_not_occur_or_is_long_is_a_finding",
    "D725": "importers/test_web_page.py::test_a_page_that_names_another_host_is_told",
    "D801": "desk/test_renaming.py::test_what_cannot_be_done_is_said_and_nothing_changes",
    "D802": "desk/test_renaming.py::test_what_cannot_be_done_is_said_and_nothing_changes",
    "D803": "desk/test_renaming.py::test_what_cannot_be_done_is_said_and_nothing_changes",
    "D804": "desk/test_writing.py::test_a_file_that_changed_meanwhile_stops_everything",
    "D908": "languages/test_findings.py::test_without_babel_another_language_says_what_to_install",
    "D909": "languages/test_findings.py::test_a_language_without_a_catalogue_is_told_and_built",
    "D805": "desk/test_merging.py::test_records_that_are_bound_to_each_other_are_refused",
}
"""Tests that make a code fire, for codes without a fixture."""


def in_readings() -> set[str]:
    """Codes in `tests/reading/findings`, each of whose sites is read by `tests/reading/test_findings.py`."""
    return {line.split(": ")[1].split(" ")[0] for case in cases() for line in case.expected}


def in_checks() -> set[str]:
    """Codes in `tests/checks/cases`, each of whose sites is checked by `tests/checks/test_cases.py`."""
    return {expected.code for case in read_cases() for expected in case.expected}


def in_prose() -> set[str]:
    """Codes whose own bad example is set by `tests/markdown/test_codes.py`."""
    return {code.code for code in d4_prose.CODES}


@pytest.mark.parametrize("code", [code.code for code in CODES])
def test_there_is_a_case(code: str) -> None:
    assert code in in_readings() | in_checks() | in_prose() | NAMED.keys()


def test_no_code_is_named_that_has_a_fixture_or_is_gone() -> None:
    fixtures = in_readings() | in_checks() | in_prose()
    assert NAMED.keys() <= {code.code for code in CODES}
    assert NAMED.keys() & fixtures == set()
    assert fixtures <= {code.code for code in CODES}


@pytest.mark.parametrize("code", NAMED)
def test_the_test_is_there_and_names_the_code(code: str) -> None:
    path, _, name = NAMED[code].partition("::")
    assert f'"{code}"' in _source_of(TESTS / path, name)


@cache
def _source_of(file: Path, name: str) -> str:
    """The test with its decorators, and the tables of its module that it uses; empty when it is not there."""
    source = file.read_text("utf-8")
    body = ast.parse(source).body
    tests = [node for node in body if isinstance(node, ast.FunctionDef) and node.name == name]
    used = {one.id for test in tests for one in ast.walk(test) if isinstance(one, ast.Name)}
    tables = [node for node in body if isinstance(node, ast.Assign) and _target(node) in used]
    lines = source.splitlines()
    return "\n".join(
        "\n".join(lines[min([node.lineno, *_decorators(node)]) - 1 : node.end_lineno])
        for node in (*tests, *tables)
    )


def _target(node: ast.Assign) -> str:
    return node.targets[0].id if isinstance(node.targets[0], ast.Name) else ""


def _decorators(node: ast.FunctionDef | ast.Assign) -> list[int]:
    return [one.lineno for one in node.decorator_list] if isinstance(node, ast.FunctionDef) else []


# Cases that have no other place


@pytest.mark.parametrize("link", ["/actors/nobody/", "/timeline/1999/01/", "/media/bridge.jpg", "about"])
def test_a_link_within_the_site_that_leads_nowhere(tmp_path: Path, link: str) -> None:
    site = Site.golden(tmp_path).edit("content/pages/about.md", "\n---\n", f"\n---\nSee [this]({link}).\n\n")
    (finding,) = site.build().findings
    assert (finding.code, finding.span.path) == ("D605", "content/pages/about.md")


def test_a_link_to_a_heading_that_its_page_does_not_have(tmp_path: Path) -> None:
    site = Site.golden(tmp_path).write(
        "content/pages/counting.md", "---\ntitle: Counting\n---\n## Grades\n\nWords.\n"
    )
    about = "content/pages/about.md"
    site.edit(
        about,
        "\n---\n",
        "\n---\nSee [this](/counting/#grade), [that](/counting/#grades), [it](/counting/).\n\n",
    )
    (finding,) = site.build().findings
    assert (finding.code, finding.span.path, finding.help) == ("D607", about, 'did you mean "#grades"?')


def test_a_picture_that_is_not_there(tmp_path: Path) -> None:
    site = Site.golden(tmp_path).edit(
        "content/events/2014/bridge-attack.md", "file: media/bridge.png", "file: media/brigde.png"
    )
    (finding,) = site.build().findings
    assert (finding.code, finding.help) == ("D606", 'did you mean "media/bridge.png"?')


def test_a_table_in_another_encoding() -> None:
    table = read_delimited("title,date\nPont fermé,2014\n".encode("windows-1252"), "a.csv")
    assert [finding.code for finding in table.findings] == ["D703"]
