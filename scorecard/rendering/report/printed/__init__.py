"""A report -> a document for typst, which sets it on A4; a module for each part of the document."""
