"""Two contents beside each other, for those who read a change: in words, as staff see it, as flows, and in one page."""
