"""`dateline explain CODE`."""

from __future__ import annotations

import click

from generator.diagnostics.explain import explain, nearest


@click.command("explain")
@click.argument("code")
def command(code: str) -> int:
    r"""Say what a finding's CODE means and why it matters, with a bad and a good example.

    \b
    dateline explain D201
    dateline explain unknown-actor
    """
    text = explain(code)
    if text is None:
        near = ", ".join(f"{other.code} {other.name}" for other in nearest(code))
        raise click.UsageError(f"there is no code {code!r}." + (f" Did you mean {near}?" if near else ""))
    click.echo(text, nl=False)
    return 0
