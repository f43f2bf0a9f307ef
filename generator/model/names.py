"""Names in any script: comparing, addressing, directing, and guessing them.

One door to `folding`, `scripts`, `slugs` and `nearness`. Text itself is never changed here: what an editor wrote is shown
as written, and only compared in folded form.
"""

from generator.model.folding import fold
from generator.model.nearness import nearest
from generator.model.scripts import Direction, bidi_controls, direction_of, language_direction, script_of
from generator.model.slugs import slug

__all__ = [
    "Direction",
    "bidi_controls",
    "direction_of",
    "fold",
    "language_direction",
    "nearest",
    "script_of",
    "slug",
]
