"""Floor 7, rendering: the one Jinja environment, and an output's way to bytes. Decides nothing about content."""
