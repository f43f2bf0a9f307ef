"""Dateline: compiles Markdown records about a long story into a cross-linked static timeline."""

__version__ = "0.1.0"
