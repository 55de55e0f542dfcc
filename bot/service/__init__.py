"""Run Signpost: settings, start, serve, reload, count and stop."""
