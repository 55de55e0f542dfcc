"""Transcripts as the tests play them; ``signpost record`` and ``signpost play`` use the same code."""

from bot.editor.transcripts import Exchange, Player, parse, play, record, screen, shown

__all__ = ["Exchange", "Player", "parse", "play", "record", "screen", "shown"]
