"""The editors' preview: the real page, and beside each answer where it is written, why it was found, how it stands."""
