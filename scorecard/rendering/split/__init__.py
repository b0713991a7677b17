"""Figures side by side for every value of a dimension."""
