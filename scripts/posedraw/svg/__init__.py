"""SVG text of stills and loops."""
