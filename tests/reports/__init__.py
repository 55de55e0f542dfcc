"""Tests of the reports that admins read."""
