"""D9xx: settings (`content/site.yaml`)."""

from __future__ import annotations

from generator.diagnostics.code import Code

CODES: tuple[Code, ...] = (
    Code(
        code="D901",
        name="no-site-file",
        severity="error",
        what="The site has no `content/site.yaml`.",
        why="It holds the site's title, address and vocabularies.",
        bad="content/site.yml",
        good="content/site.yaml",
    ),
    Code(
        code="D902",
        name="unknown-time-zone",
        severity="error",
        what="`timezone` is not a zone of the IANA database.",
        why="It decides on which day a report without a zone falls.",
        bad="timezone: Damascus",
        good="timezone: Asia/Damascus",
    ),
    Code(
        code="D903",
        name="malformed-base-url",
        severity="error",
        what="`base_url` is not an absolute `https://` or `http://` address of a folder.",
        why="Feeds, the sitemap and canonical links need whole addresses.",
        bad="base_url: timeline.example.org",
        good="base_url: https://timeline.example.org/",
    ),
    Code(
        code="D904",
        name="malformed-navigation",
        severity="error",
        what="An entry of `navigation` is neither the id of a page nor an address of this site.",
        why="Navigation leads to pages of the site.",
        bad="navigation: [About us]",
        good="navigation: [/timeline/, about]",
    ),
    Code(
        code="D905",
        name="malformed-editor-url",
        severity="error",
        what="`editor_url` is not a pattern with `{path}` in it.",
        why="The pattern opens a source file at a line: `{path}`, `{line}` and `{column}` are filled in.",
        bad="editor_url: vscode://file/",
        good="editor_url: vscode://file/{path}:{line}:{column}",
    ),
    Code(
        code="D906",
        name="own-language",
        severity="error",
        what="`languages` names the language that the site is written in.",
        why="It lists those that are published beside it, each in a folder of its own.",
        bad="language: en\nlanguages: [en, ar]",
        good="language: en\nlanguages: [ar]",
    ),
    Code(
        code="D907",
        name="idle-translation",
        severity="warning",
        what="`translations` in `site.yaml` speaks a language that is not published, or translates a word that there is not.",
        why="No reader will ever see it; perhaps the word is misspelt, or was renamed.",
        bad="languages: [ar]\ntranslations: {ar: {roles: {atacker: مهاجم}}}",
        good="languages: [ar]\ntranslations: {ar: {roles: {attacker: مهاجم}}}",
    ),
    Code(
        code="D908",
        name="language-needs-babel",
        severity="error",
        what="The site is in a language other than English, and the library Babel is not installed.",
        why="It knows how the language writes dates and numbers; an Arabic page with English months would be neither.",
        bad="language: ar",
        good="pip install 'dateline[i18n]'",
    ),
    Code(
        code="D909",
        name="language-without-words",
        severity="info",
        what="There is no catalogue of the site's own words in one of its languages.",
        why="Headings and labels are then in English, while dates, numbers and direction are those of the language.",
        bad="language: tr",
        good="language: ar",
    ),
)
