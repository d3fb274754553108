"""Poses and figures: what authors write, read and checked."""
