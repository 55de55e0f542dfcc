"""The tests of the real program, in separate processes."""
