"""Reports for the people who run Signpost: pictures, tables and sentences made only from released numbers."""
