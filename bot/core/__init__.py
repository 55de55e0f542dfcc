"""The whole product, and nothing that acts: no files, no clock, no network, no logging, no await."""
