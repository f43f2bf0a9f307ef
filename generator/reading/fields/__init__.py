"""Fields: tables that say what may stand in a mapping, and pure readers that turn a node into a value.

A reader gives the value, or None when it is faulty; then the finding is in the `Reading`. Readers know no record.
"""
