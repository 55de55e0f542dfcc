"""The commands of ``signpost``, by what they are about: each reads its options and calls what does the work."""
