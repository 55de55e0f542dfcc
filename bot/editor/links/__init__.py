"""Checks whether the web pages, email domains and numbers in the content still work."""
