"""Signpost: curated, non-judgemental guidance and signposting for frontline staff in Scotland."""

__version__ = "0.1.0"
