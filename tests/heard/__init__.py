"""Messages that nothing was learned from, with the grade that readers gave them, and what is heard in them."""
