"""What a deployment keeps between starts; it holds no personal data."""
