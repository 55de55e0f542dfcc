"""Finding the council areas that a message mentions."""
