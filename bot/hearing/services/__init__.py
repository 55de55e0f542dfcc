"""Finding what a message asks of the directory: services by name, needs, and what to know of them."""
