"""Floor 5, importers: one file for each foreign format, read into drafts of records; `settle` makes files of them.

An importer writes nothing, opens no connection (`fetch` does, for the command line) and keeps no whole text of
somebody else's.
"""

from __future__ import annotations

from generator.importers import dateline_tables, icalendar, timelinejs
from generator.importers.csv_table import ACLED, AIRWARS, CSV, UCDP_GED
from generator.importers.geonames import GEONAMES
from generator.importers.importer import Importer
from generator.importers.markdown_folder import MARKDOWN
from generator.importers.rss import RSS
from generator.importers.web_page import HTML
from generator.importers.wikidata import WIKIDATA

IMPORTERS: tuple[Importer, ...] = (
    timelinejs.IMPORTER,
    CSV,
    ACLED,
    UCDP_GED,
    AIRWARS,
    icalendar.IMPORTER,
    dateline_tables.IMPORTER,
    RSS,
    HTML,
    MARKDOWN,
    WIKIDATA,
    GEONAMES,
)
"""Every format of `dateline import`, in the order of its help."""
