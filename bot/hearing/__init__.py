"""What is heard in a message: danger, personal details, places, and the entries it may be asking for."""
