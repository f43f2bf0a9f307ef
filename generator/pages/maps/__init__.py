"""Maps drawn at build time: a window on the shared base map, and over it what one page has to show."""
