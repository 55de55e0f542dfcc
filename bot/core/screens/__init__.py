"""Screens: a living position drawn as a reply. One module for each family of screens."""
