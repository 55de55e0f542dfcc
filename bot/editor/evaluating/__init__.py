"""Measure the bot on messages with known right answers, for `signpost evaluate`."""
