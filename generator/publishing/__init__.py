"""Floor 7, publishing: the only room that writes to the output folder. Whole files or none, and never another's."""
