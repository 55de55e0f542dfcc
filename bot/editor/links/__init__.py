"""Liveness: whether the web pages, e-mail domains and numbers that the content names can still be used."""
