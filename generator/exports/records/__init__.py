"""What the JSON files say of each kind of record: one table of fields per kind, from which files, schema and docs are made."""
