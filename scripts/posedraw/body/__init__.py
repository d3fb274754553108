"""The body: its measures, its joints in space, and what it touches."""
