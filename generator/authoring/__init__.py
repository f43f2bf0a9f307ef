"""Floor 5, authoring: new records and new sites for editors to begin with. Makes texts; `cli` writes them."""
