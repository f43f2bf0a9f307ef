"""Floor 10, the command line: arguments in, exit code out, and the only room that prints.

Exit codes: 0 fine, 1 findings at error level (or a fault of the disk), 2 misuse, 130 and 143 when interrupted.
"""

from __future__ import annotations

import os
import signal
import sys
from importlib import import_module
from types import FrameType
from typing import NoReturn

import click

from generator import __version__

INTERRUPTIONS = (signal.SIGINT, signal.SIGTERM)

INTERRUPTED = 128
"""Added to a signal's number, this is the exit code that shells expect."""

COMMANDS = {
    "basemap": "Make the base map of the site's region of public map data.",
    "build": "Compile content/ into a published site.",
    "changes": "List what changed since a published edition, field by field.",
    "check": "Report everything that is wrong with the content.",
    "explain": "Say what a finding's code means, with examples.",
    "fmt": "Put the front matter of records into good order.",
    "import": "Bring in records from a spreadsheet, calendar, timeline, feed or page.",
    "init": "Start a new site that builds at once.",
    "lsp": "Run the language server that editors talk to.",
    "merge": "Make one record of two, and lead whatever names the one to the other.",
    "new": "Start a new record: event, article, actor, location, topic or page.",
    "rename": "Give a record another id, in its file and wherever it is named.",
    "schema": "Write JSON Schemas of front matter for editors.",
    "serve": "Show the site while it is written.",
    "stats": "Count what the desk has.",
    "verify": "Check a copy of a published site against its manifest.",
}
"""Command names and one-line helps; each lives in a module of its name, imported when it is used."""


class _Stopped(SystemExit):
    """The user does not want to wait. The line that says so is printed at the end: not from within another line."""


class _Commands(click.Group):
    """Imports a command's module only when that command is asked for, so that starting stays quick."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _context: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"generator.cli.{cmd_name}_command").command
        return command

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dateline", message="%(prog)s %(version)s")
def dateline() -> None:
    r"""Dateline compiles Markdown about a long story into a cross-linked timeline.

    \b
    Begin:    dateline init my-timeline && cd my-timeline && dateline build
    Write:    dateline new event "What happened" --date 2014-08-24
    Look:     dateline check
    Publish:  dateline build --base-url https://example.org/
    """


def main() -> NoReturn:
    """Run the command line and leave with its exit code; no traceback unless DATELINE_DEBUG is set."""
    for interruption in INTERRUPTIONS:
        signal.signal(interruption, _stopped)
    try:
        result = dateline.main(prog_name="dateline", standalone_mode=False)
        sys.exit(result if isinstance(result, int) else 0)
    except _Stopped as stopped:
        _leave("stopped", int(str(stopped.code)))
    except click.exceptions.Abort:
        _leave("stopped", INTERRUPTED + signal.SIGINT)
    except click.ClickException as fault:
        fault.show()
        sys.exit(2)
    except BrokenPipeError:
        # The reader of our output went away (`| head`); point stdout elsewhere so that closing it is silent.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as fault:
        _fault(f"{fault.filename or 'input or output'}: {fault.strerror or fault}")
    except Exception as fault:  # noqa: BLE001 - the last door before the user
        said = f"{type(fault).__name__}: {fault}"
        _fault(f"this is a bug in Dateline: {said} (DATELINE_DEBUG=1 shows the whole of it)")


def _fault(message: str) -> NoReturn:
    if os.environ.get("DATELINE_DEBUG"):
        raise  # noqa: PLE0704 - called from the except clauses above
    _leave(message, 1)


def _leave(message: str, code: int) -> NoReturn:
    click.echo(f"dateline: {message}", err=True)
    sys.exit(code)


def _stopped(number: int, _frame: FrameType | None) -> NoReturn:
    """Leave as soon as things are in order; a second interruption does not wait for that."""
    for interruption in INTERRUPTIONS:
        signal.signal(interruption, signal.SIG_DFL)
    raise _Stopped(INTERRUPTED + number)
