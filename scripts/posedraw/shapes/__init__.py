"""Flat shapes of people and overlays."""
