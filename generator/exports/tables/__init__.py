"""The CSV files: one table of columns each, from which files and docs are made."""
