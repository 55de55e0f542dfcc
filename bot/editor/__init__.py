"""What editors run: reports on the content, comparisons, a preview, and tools that write it."""
