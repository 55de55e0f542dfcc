"""A preview for editors: the real page, with where each part is written, why it was found, and its status."""
