"""Floor 3, reading: files → records with places. One file is read without looking at another.

Nothing here resolves a reference or writes to disk. YAML is known to `front_matter` alone.
"""
