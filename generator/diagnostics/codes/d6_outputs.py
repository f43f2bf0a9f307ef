"""D6xx: outputs."""

from __future__ import annotations

from generator.diagnostics.code import Code

CODES: tuple[Code, ...] = (
    Code(
        code="D601",
        name="same-address",
        severity="error",
        what="Two pages would be published at one address.",
        why="One of them would overwrite the other, and a reader would never know that it existed.",
        bad="content/pages/timeline.md     # /timeline/ is the generator's own page",
        good="content/pages/about-the-timeline.md",
    ),
    Code(
        code="D602",
        name="address-differs-by-form",
        severity="error",
        what="Two addresses differ only by case or by the form of a letter.",
        why="They are one file on the disks of macOS and Windows, and on many hosts.",
        bad="content/media/Map.png and content/media/map.png",
        good="content/media/map-of-raqqa.png and content/media/map-of-syria.png",
    ),
    Code(
        code="D603",
        name="file-against-folder",
        severity="error",
        what="A file would stand where another output needs a folder.",
        why="A path cannot be both, so one of the two could not be written.",
        bad="an output at /events beside the pages below /events/",
        good="outputs at /events.json and below /events/",
    ),
    Code(
        code="D604",
        name="unsafe-address",
        severity="error",
        what="A part of an address is a name that Windows reserves, or is longer than 200 bytes.",
        why="The site could not be copied to some disks, and the build would fail half way on others.",
        bad="content/actors/con.md",
        good="content/actors/conservative-party.md",
    ),
    Code(
        code="D605",
        name="dead-link",
        severity="error",
        what="A link within the site leads to no page and no file of it.",
        why="A reader who follows it meets a page that is not there.",
        bad="[how we count](/methodolgy/)",
        good="[how we count](/methodology/)",
    ),
    Code(
        code="D606",
        name="missing-picture",
        severity="error",
        what="A record names a picture that is not under content/media/.",
        why="The page would show a gap where the picture should be.",
        bad="media:\n  - {file: media/bridge.jpg, alt: A bridge}     # there is no content/media/bridge.jpg",
        good="media:\n  - {file: media/bridge.png, alt: A bridge}",
    ),
    Code(
        code="D607",
        name="dead-anchor",
        severity="warning",
        what="A link leads to a heading that its page does not have.",
        why="A reader who follows it lands at the top of the page and has to search.",
        bad="[what a grade means](/methodology/#grade)",
        good="[what a grade means](/methodology/#grades)     # the page has: ## Grades",
    ),
    Code(
        code="D611",
        name="edited-output",
        severity="warning",
        what="A published file was changed by hand since it was published.",
        why="Pages are made from the Markdown and the templates; a change in the page itself is lost at the next build.",
        bad="site/events/tabqa-falls/index.html, edited on the server",
        good="content/events/tabqa-falls.md, edited and built",
    ),
    Code(
        code="D612",
        name="occupied-output",
        severity="error",
        what="A file that Dateline did not write stands where an output belongs; nothing is published.",
        why="It may be somebody's only copy. Dateline never replaces what it did not write.",
        bad="dateline build --output old-site/       # with an index.html of another generator",
        good="dateline build --output new-site/",
    ),
)
