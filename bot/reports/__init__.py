"""What those who run Signpost are shown of the counts: pictures, tables and sentences of released numbers alone."""
