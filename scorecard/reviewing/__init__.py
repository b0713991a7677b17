"""The text of a review, ``reviews/2026-10.md``, and what it says: text -> Review, and back without losing a letter."""
