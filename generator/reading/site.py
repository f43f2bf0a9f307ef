"""`content/site.yaml`: the site's settings and vocabularies."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.diagnostics.diagnostic import Diagnostic
from generator.model.parsed import Places
from generator.model.site_settings import Site, SiteTranslation
from generator.reading.basemap import read_basemap
from generator.reading.discover import SITE_FILE
from generator.reading.fields.field import Field, read_fields, table
from generator.reading.fields.languages import Language
from generator.reading.fields.lists import ListOf
from generator.reading.fields.notations import Date
from generator.reading.fields.reading import Reading
from generator.reading.fields.texts import Line
from generator.reading.fields.translations import ByLanguage, Labels
from generator.reading.fields.words import Boolean
from generator.reading.front_matter import read_yaml
from generator.reading.load import load
from generator.reading.settings import BaseUrl, EditorUrl, NavigationTarget, TimeZone
from generator.reading.site_languages import language_findings
from generator.reading.text import decode
from generator.reading.vocabulary import MEASURES, ROLES
from generator.reading.vocabulary_fields import MEASURE_WORDS, ROLE_WORDS

TRANSLATION = table(
    "translation of the site",
    Field("title", Line(), "The site's title in that language."),
    Field("description", Line(), "What it is about."),
    Field("licence", Line(), "On what terms others may use it."),
    Field("author", Line(), "Who makes it."),
    Field("contact", Line(), "How to reach the desk."),
    Field("roles", Labels(), "What readers see of roles, by slug."),
    Field("measures", Labels(), "What readers see of measures, by slug."),
    Field("words", Labels(), "Plain words of records: groups that claims count, offices, parts of a report."),
)

SITE = table(
    "site",
    Field("title", Line(), "The site's title.", required=True),
    Field("description", Line(), "What it is about, in one sentence."),
    Field("base_url", BaseUrl(), "Where it will stand."),
    Field("language", Language(), "What it is written in. Default `en`."),
    Field("languages", ListOf(Language(), "BCP 47 tags", once=True), "Others that are published beside it."),
    Field("timezone", TimeZone(), "The zone of times without one. Default `UTC`."),
    Field("navigation", ListOf(NavigationTarget(), "addresses or page ids", once=True), "The site's menu."),
    Field("licence", Line(), "On what terms others may use it."),
    Field("author", Line(), "Who makes it."),
    Field("contact", Line(), "How to reach the desk."),
    Field("roles", ROLE_WORDS, "Roles of actors in events, beside the built-in ones."),
    Field("measures", MEASURE_WORDS, "What claims count, beside the built-in measures."),
    Field("key_period", Date(), "The period that the home page leads with."),
    Field(
        "editor_url", EditorUrl(), "Opens a source file in an editor: `vscode://file/{path}:{line}:{column}`."
    ),
    Field(
        "cards",
        Boolean(),
        "Whether pictures are made for shared links. Default: while there are no more than 1,000 of them, for each takes time.",
    ),
    Field(
        "downloads",
        Boolean(),
        "Whether there are files to take away, under `/data/`. Default `true`. A site of many thousand records builds "
        "faster without, and some hosts take no file of that size.",
    ),
    Field(
        "translations",
        ByLanguage(TRANSLATION, SiteTranslation),
        "What the site says of itself in its other languages.",
    ),
)


def read_site(root: Path) -> tuple[Site, Places, tuple[Diagnostic, ...]]:
    """The settings, with what is built in for what is not set, and the base map of the site's maps. A missing file is
    `discover`'s finding.
    """
    site, places, findings = _settings(root)
    basemap, found = read_basemap(root)
    return replace(site, basemap=basemap), places, (*findings, *found)


def _settings(root: Path) -> tuple[Site, Places, tuple[Diagnostic, ...]]:
    raw = load(root, SITE_FILE)
    if raw is None:
        return _with_vocabularies(Site(title="")), {}, ()
    if isinstance(raw, Diagnostic):  # links and folders are found by `discover` as well
        return _with_vocabularies(Site(title="")), {}, (raw,)
    return parse_site(raw)


def parse_site(raw: bytes) -> tuple[Site, Places, tuple[Diagnostic, ...]]:
    """The settings in bytes that were read already."""
    source, findings = decode(raw, SITE_FILE)
    if source is None:
        return _with_vocabularies(Site(title="")), {}, findings
    mapping, of_yaml = read_yaml(source, 0, len(source.text))
    reading = Reading(source, "")
    values = None if mapping is None else read_fields(mapping, SITE, "", reading)
    site = Site(title="") if values is None else Site(**values)
    whole = _with_vocabularies(site)
    found = (*reading.findings, *language_findings(whole, reading.places))
    return whole, reading.places, (*findings, *of_yaml, *found)


def _with_vocabularies(site: Site) -> Site:
    """The site's own words first, in its order, then the built-in ones that it does not define."""
    roles = {role.slug for role in site.roles}
    measures = {measure.slug for measure in site.measures}
    return replace(
        site,
        roles=site.roles + tuple(role for role in ROLES if role.slug not in roles),
        measures=site.measures + tuple(measure for measure in MEASURES if measure.slug not in measures),
    )
