"""Files of YAML in, one frozen Library out, or every fault that stands in the way."""
