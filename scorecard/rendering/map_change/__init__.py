"""Differences between two states of a map as text."""
