"""A new entry, service, flow or fact from a few answers: a clean file, and a list of what is left to write."""
