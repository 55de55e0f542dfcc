"""Tests: sentences about what Signpost does. Only the wire is ever faked."""
