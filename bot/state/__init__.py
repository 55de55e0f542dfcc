"""What a deployment keeps between starts: nothing of any person."""
