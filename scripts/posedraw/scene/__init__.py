"""Scenes: camera, layout, depth order and the moments of a loop."""
