"""Detection of danger, which comes before anything else and needs only the built data."""
