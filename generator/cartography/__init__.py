"""Floor 5, cartography: what `dateline basemap` makes of public map data. Reads given files, writes none, asks no host."""
