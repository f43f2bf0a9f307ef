"""Floor 5, checks: does the content make sense? One file per question, asked of the whole graph.

Pure: a check reads the graph and gives findings; it changes nothing, reads no file and knows no clock. Syntax,
fields and references are settled before (reading, graph); whether two pages meet at one address is asked after
(plan). Each question is linear or n log n in the records, so that 10,000 events stay well under a second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.checks.bidi import bidi_in_names
from generator.checks.claims_in_time import claims_in_time
from generator.checks.coordinates import overfine_coordinates
from generator.checks.corrections import corrections_in_order
from generator.checks.event_places import overfine_places
from generator.checks.event_sources import event_sources
from generator.checks.event_times import overfine_times
from generator.checks.events_in_time import events_in_time
from generator.checks.lives import acts_outside_lives
from generator.checks.neighbourhoods import strays
from generator.checks.new_year import new_years_days
from generator.checks.parts_in_figures import parts_in_figures
from generator.checks.parts_in_time import parts_in_time
from generator.checks.retractions import retractions
from generator.checks.reversals import reversed_spans
from generator.checks.site_language import site_language
from generator.checks.twin_events import twin_events
from generator.checks.twin_names import twin_names
from generator.checks.twin_reports import twin_reports
from generator.checks.unused_articles import unused_articles
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph

Check = Callable[[Graph], Iterable[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    events_in_time,
    claims_in_time,
    acts_outside_lives,
    reversed_spans,
    parts_in_time,
    parts_in_figures,
    strays,
    overfine_places,
    overfine_coordinates,
    overfine_times,
    new_years_days,
    twin_names,
    twin_reports,
    twin_events,
    event_sources,
    unused_articles,
    bidi_in_names,
    retractions,
    corrections_in_order,
    site_language,
)
"""Every question, in the order of its codes."""
