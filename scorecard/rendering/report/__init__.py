"""A report -> one page that needs nothing else, or Markdown; a module for each part of the page."""
