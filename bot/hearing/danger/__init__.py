"""Detection of danger, which comes before everything else and needs only the built data."""
