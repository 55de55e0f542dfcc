"""The proof of the flows: every walk walked, and what must hold of each screen."""
