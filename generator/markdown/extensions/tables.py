"""Tables: header cells with a scope, inside a region that scrolls on a phone and can be reached from a keyboard."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block import table as read_table
from markdown_it.token import Token

from generator.markdown import escape
from generator.markdown.extensions.extension import Extension, holds
from generator.markdown.galley import Galley, galley_of, merged
from generator.markdown.places import row_cells
from generator.markdown.plain import plain_text

_HEAD_CELL_END = "</th>\n"


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """markdown-it's rule; then each cell is told where it stands, and cells it left out are reported."""
    before = len(state.tokens)
    if not read_table(state, start, end, silent):
        return False
    if not silent:
        _place_cells(state, state.tokens[before:])
    return True


def _place_cells(state: StateBlock, tokens: list[Token]) -> None:
    galley = galley_of(state.env)
    cells: list[tuple[int, int]] = []
    column = 0
    for token in tokens:
        if token.type == "tr_open" and token.map:
            _report_left_out(galley, token.map[0] - 1, cells[column:] if column else [])
            cells = _cells(state, galley, token.map[0])
            column = 0
        elif token.type == "inline":
            if column < len(cells):
                token.meta["span"] = cells[column]
            column += 1
        elif token.type == "table_close":
            _report_left_out(galley, state.line - 1, cells[column:])


def _cells(state: StateBlock, galley: Galley, line: int) -> list[tuple[int, int]]:
    # the row begins after the marks of the containers it stands in
    begin = state.bMarks[line] + state.tShift[line]
    return row_cells(galley.lines[line], begin - (state.src.rfind("\n", 0, begin) + 1))


def _report_left_out(galley: Galley, line: int, cells: list[tuple[int, int]]) -> None:
    if cells:
        first, last = cells[0][0], cells[-1][1]
        galley.report(
            "D416",
            f"the row has {len(cells)} cell{'s' if len(cells) > 1 else ''} more than the table's header",
            (galley.first_line + line, first + 1, max(1, last - first)),
            r"add a column to the header, or write `\|` for a bar within a cell, as in [[target\|words]]",
        )


def _open(galley: Galley, _token: Token) -> str:
    galley.slot = len(galley.out)
    return ""


def _head_end(galley: Galley, _token: Token) -> str:
    label = escape.attribute(", ".join(_header(galley)) or galley.language.table)
    galley.out[galley.slot] = (
        f'<div class="table" role="region" tabindex="0" aria-label="{label}"><table>\n<thead>\n'
    )
    return "</thead>\n"


def _header(galley: Galley) -> Iterator[str]:
    """The words of each header cell that has any."""
    cell: list[str | int] = []
    for piece in galley.out[galley.slot + 1 :]:
        if piece != _HEAD_CELL_END:
            cell.append(piece)
        elif words := galley.flat(plain_text(merged(cell))):
            yield words
            cell = []


def _head_cell(_galley: Galley, token: Token) -> str:
    return f'<th scope="col"{_alignment(token)}>'


def _cell(_galley: Galley, token: Token) -> str:
    return f"<td{_alignment(token)}>"


def _alignment(token: Token) -> str:
    """A class: inline styles are forbidden by the site's Content-Security-Policy."""
    style = str(token.attrs.get("style", ""))
    return f' class="align-{style.removeprefix("text-align:")}"' if style else ""


def _install(parser: MarkdownIt) -> None:
    parser.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    parser.enable("table")


TABLES = Extension(
    "tables",
    holds("|"),
    _install,
    {
        "table_open": _open,
        "thead_open": "",
        "thead_close": _head_end,
        "tbody_open": "<tbody>\n",
        "tbody_close": "</tbody>\n",
        "tr_open": "<tr>\n",
        "tr_close": "</tr>\n",
        "th_open": _head_cell,
        "th_close": _HEAD_CELL_END,
        "td_open": _cell,
        "td_close": "</td>\n",
        "table_close": "</table></div>\n",
    },
)
