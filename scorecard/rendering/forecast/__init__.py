"""A forecast -> text; `sentences` says in words what any page or screen may show."""
