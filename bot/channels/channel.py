"""What a channel is: a way in which people reach Signpost."""


class CannotConnect(Exception):
    """A channel cannot be opened; the message says why and what to do."""
