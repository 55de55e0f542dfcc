"""The workshop: what the content needs next, the most urgent first, on one page to read or to print."""
