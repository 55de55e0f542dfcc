"""Telegram: updates in, replies out, over its Bot API."""
