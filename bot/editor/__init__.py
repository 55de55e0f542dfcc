"""For those who keep the content: what is covered, what is due, whom to ring, and all of it as a book to print."""
