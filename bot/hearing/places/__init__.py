"""Places in a message: the council areas it mentions."""
