"""What ``signpost check --fix`` mends by itself: only what is safe, and only where the result means the same."""
