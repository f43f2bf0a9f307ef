"""Records as forms: controls from the reader's own tables, values from a file and back, nothing else touched."""
