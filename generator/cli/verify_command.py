"""`dateline verify DIR|URL`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.diagnostics.visible import visible
from generator.editions.address import Address, AddressError, address_fault, is_address
from generator.editions.copies import Verified, verify_address, verify_folder
from generator.publishing.edition import EditionError


@click.command("verify")
@click.argument("copy", metavar="DIR|URL")
@click.option(
    "--allow-extra",
    is_flag=True,
    help="Do not mind files besides those of the edition (CNAME, .well-known …).",
)
def command(copy: str, allow_extra: bool) -> int:
    r"""Check a copy of a published site against its edition.json: every file there, whole, and nothing else.

    A folder is checked fully. At an address, files are asked for one by one from that host alone, and nobody can see
    what else it has.

    \b
    dateline verify site
    dateline verify https://example.org/timeline/

    Exit code 0: as published. 1: something is missing, altered, extra or unreadable. 2: there is no edition to check.
    """
    verified = _verified(copy, allow_extra=allow_extra)
    for fault in verified.faults:
        click.echo(visible(f"{fault.kind:10} {fault.path}{f': {fault.why}' if fault.why else ''}"))
    edition = verified.edition
    made = f"edition {edition.content[:12]} of {verified.read:,} files, made by dateline {edition.generator}"
    count = len(verified.faults)
    found = "as published" if not count else f"{count:,} {'fault' if count == 1 else 'faults'}"
    click.echo(visible(f"{copy}: {found}; {made}"), err=bool(count))
    return 1 if count else 0


def _verified(copy: str, *, allow_extra: bool) -> Verified:
    """What was found. Raises UsageError where nothing can be verified."""
    try:
        if is_address(copy):
            fault = address_fault(copy)
            if fault:
                raise click.UsageError(f"{visible(copy)} cannot be asked: {fault}")
            return verify_address(Address(copy))
        folder = Path(copy)
        if not folder.is_dir():
            raise click.UsageError(f"{visible(copy)} is neither a folder nor an address (https://…)")
        return verify_folder(folder, allow_extra=allow_extra)
    except EditionError as error:
        raise click.UsageError(f"{visible(copy)} {visible(str(error))}") from error
    except AddressError as error:
        raise click.UsageError(f"{visible(copy)} cannot be read: {visible(str(error))}") from error
