"""Floor 8, editions: one published state of a site, held against its manifest or against what the content says now.

Reads folders and, when asked for an address, one host; writes nothing.
"""
