"""Levers as text."""
