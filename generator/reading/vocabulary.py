"""The words that every site has: roles of actors in events, and measures of claims. `site.yaml` adds and overrides."""

from __future__ import annotations

from typing import Final

from generator.model.records import Measure, Role

LISTS: Final = ("did", "was-hit", "said", "mediated", "took-part", "reported", "other")
"""The lists of an actor's page, in its order."""

ROLES: Final = (
    Role("attacker", "attacker", "force", "did"),
    Role("defender", "defender", "force", "was-hit"),
    Role("target", "target", "harm", "was-hit"),
    Role("victim", "victim", "harm", "was-hit"),
    Role("speaker", "speaker", "word", "said"),
    Role("addressee", "addressee", "word", "other"),
    Role("mediator", "mediator", "diplomacy", "mediated"),
    Role("signatory", "signatory", "diplomacy", "took-part"),
    Role("reporter", "reporter", "report", "reported"),
    Role("participant", "participant", "support", "took-part"),
)

MEASURES: Final = (
    Measure("killed", "killed", "people harmed"),
    Measure("wounded", "wounded", "people harmed"),
    Measure("missing", "missing", "people held"),
    Measure("captured", "captured or detained", "people held"),
    Measure("hostages", "taken hostage", "people held"),
    Measure("freed", "freed", "people held"),
    Measure("displaced", "displaced", "people moved"),
    Measure("evacuated", "evacuated", "people moved"),
    Measure("forces", "strength of forces", "forces", totals=False),
    Measure("strikes", "air strikes", "strikes"),
)
