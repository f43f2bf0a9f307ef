"""The words that every site has: roles of actors in events, and measures of claims. `site.yaml` adds and overrides."""

from __future__ import annotations

from typing import Final

from generator.languages.message import message
from generator.model.site_settings import Measure, Role

LISTS: Final = ("did", "was-hit", "said", "mediated", "took-part", "reported", "other")
"""The lists of an actor's page, in its order."""

ROLES: Final = (
    Role("attacker", message("attacker"), "force", "did"),
    Role("defender", message("defender"), "force", "was-hit"),
    Role("target", message("target"), "harm", "was-hit"),
    Role("victim", message("victim"), "harm", "was-hit"),
    Role("speaker", message("speaker"), "word", "said"),
    Role("addressee", message("addressee"), "word", "other"),
    Role("mediator", message("mediator"), "diplomacy", "mediated"),
    Role("signatory", message("signatory"), "diplomacy", "took-part"),
    Role("reporter", message("reporter"), "report", "reported"),
    Role("participant", message("participant"), "support", "took-part"),
)

MEASURES: Final = (
    Measure("killed", message("killed"), "people harmed"),
    Measure("wounded", message("wounded"), "people harmed"),
    Measure("missing", message("missing"), "people held"),
    Measure("captured", message("captured or detained"), "people held"),
    Measure("hostages", message("taken hostage"), "people held"),
    Measure("freed", message("freed"), "people held"),
    Measure("displaced", message("displaced"), "people moved"),
    Measure("evacuated", message("evacuated"), "people moved"),
    Measure("forces", message("strength of forces"), "forces", totals=False),
    Measure("strikes", message("air strikes"), "strikes"),
)
