"""Finding the entry that a message asks for, by its words, its meaning, or both."""
