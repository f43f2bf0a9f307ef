"""`dateline explain CODE`."""

from __future__ import annotations

import click

from generator.diagnostics.explain import explain, nearest


@click.command("explain")
@click.argument("code")
def command(code: str) -> int:
    """Say what a finding's CODE (D201, or its name: unknown-actor) means, with a bad and a good example."""
    text = explain(code)
    if text is None:
        near = ", ".join(f"{other.code} {other.name}" for other in nearest(code))
        raise click.UsageError(f"there is no code {code!r}." + (f" Did you mean {near}?" if near else ""))
    click.echo(text, nl=False)
    return 0
