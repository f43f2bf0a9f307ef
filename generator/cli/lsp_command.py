"""`dateline lsp`."""

from __future__ import annotations

from importlib.util import find_spec

import click


@click.command("lsp")
@click.option("--stdio", is_flag=True, help="Taken for granted; some editors add it.")
def command(stdio: bool) -> int:  # noqa: ARG001 - see its help
    r"""Run the language server that editors talk to, over standard input and output.

    It finds the site of each file that is opened, checks while you type, completes keys, words, ids and [[mentions,
    leads to records and to all that names them, renames, and makes what is missing. Editors start it themselves:
    docs/editing.md says how to set up VS Code, Neovim, Helix and Zed.

    Exit code 0: the editor ended it. 2: the extra is not installed.
    """
    if find_spec("pygls") is None:
        raise click.UsageError("the language server needs: pip install 'dateline[lsp]'")
    from generator.language_server.server import serve  # noqa: PLC0415 - only this command needs it

    serve()
    return 0
