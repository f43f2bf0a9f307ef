"""D8xx: the desk's commands. A finding says why a command changed nothing."""

from __future__ import annotations

from generator.diagnostics.code import Code

CODES: tuple[Code, ...] = (
    Code(
        code="D801",
        name="no-such-record",
        severity="error",
        what="There is no record of the kind and id that a command names.",
        why="A slip in an id would otherwise do nothing, and look as if it had done everything.",
        bad="dateline rename actor islamic-stat isil",
        good="dateline rename actor islamic-state isil",
    ),
    Code(
        code="D802",
        name="taken-id",
        severity="error",
        what="The new id is another record's, was another record's, or stands for something else already.",
        why="An address leads to one record. To make one record of two, merge them.",
        bad="dateline rename actor isis isil   # content/actors/isil.md is there",
        good="dateline merge actor isis isil",
    ),
    Code(
        code="D803",
        name="malformed-new-id",
        severity="error",
        what="The new id is not the form of an id: small Latin letters, digits and single hyphens.",
        why="It becomes the name of the file and the last part of the address.",
        bad="dateline rename actor isil Islamic_State",
        good="dateline rename actor isil islamic-state",
    ),
    Code(
        code="D804",
        name="changed-meanwhile",
        severity="error",
        what="A file changed between being read and being written, by an editor or another program.",
        why="Writing would undo that change. Nothing was written: run the command again.",
        bad="an editor saves the file while `dateline rename` runs",
        good="save first, then rename",
    ),
    Code(
        code="D805",
        name="unmergeable",
        severity="error",
        what="A record names the one that it would be merged with, so that it would name itself.",
        why="Nothing is part of itself, and only an editor can say what is meant.",
        bad="part_of: isil   # in isis, which is to be merged into isil",
        good="the line taken out before the two are merged",
    ),
)
