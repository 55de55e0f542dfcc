"""Tests of what is kept between starts."""
