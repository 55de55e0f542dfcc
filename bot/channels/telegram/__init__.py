"""Telegram: receive updates and send replies, using its Bot API."""
