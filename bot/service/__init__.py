"""What runs: settings, start, serve, reload, count, stop."""
