"""The tests of the real program, in processes of its own."""
