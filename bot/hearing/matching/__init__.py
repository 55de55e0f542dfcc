"""Finding the entry a message asks for: by its words, by its meaning, and by both together."""
