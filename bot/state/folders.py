"""The user's own folders for what a deployment keeps, if its settings name none."""

import os
from pathlib import Path


def state_folder() -> Path:
    """Return the folder for what is kept between starts."""
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "signpost"


def cache_folder() -> Path:
    """Return the folder for what can be made again."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "signpost"
