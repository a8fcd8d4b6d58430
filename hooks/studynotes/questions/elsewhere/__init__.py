"""Answers that stand apart from their questions: lists and tables at a chapter's or file's end."""
