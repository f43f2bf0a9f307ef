"""The table of fields of each kind of record, one file for each; `tables` lists them in order."""
