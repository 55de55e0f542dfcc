"""The tests of the content that comes with Signpost."""
