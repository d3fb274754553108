"""The things in a room, one module each."""
