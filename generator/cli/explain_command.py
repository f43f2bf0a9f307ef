"""`dateline explain CODE`."""

from __future__ import annotations

import click

from generator.diagnostics.explain import explain


@click.command("explain")
@click.argument("code")
def command(code: str) -> int:
    """Say what a finding's CODE (D201, or its name: unknown-actor) means, with a bad and a good example."""
    text = explain(code)
    if text is None:
        raise click.UsageError(f"there is no code {code!r}; docs/diagnostics.md lists them all")
    click.echo(text)
    return 0
