"""Judgements of influence as text."""
