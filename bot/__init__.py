"""Signpost: curated, non-judgemental guidance and signposting for frontline staff in Scotland."""

import os

# A message is multiplied with some megabytes of vectors. One thread does that in a few milliseconds; more of them wait
# for one another, and take five times as long where the machine has other work. Numpy reads this when it is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
