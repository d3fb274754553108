"""One moment of a figure: its camera, layout and loop."""
