"""``signpost new``: a new entry, service, flow or fact from a few answers, and a list of what is left to write."""
