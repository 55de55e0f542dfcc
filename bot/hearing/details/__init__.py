"""Personal details in a message: numbers, dates of birth, addresses, names online and names of people."""
