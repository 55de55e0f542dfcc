"""Finding what a message asks the directory: services by name, needs, and facts about services."""
