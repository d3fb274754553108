"""Poses and figures as authors write them."""
