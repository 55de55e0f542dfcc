"""What finds personal details in a message: forms with figures, dates of birth, addresses and names."""
