"""Understands a person's Japanese study notes: text in, model and page bodies out. Knows nothing of MkDocs."""
