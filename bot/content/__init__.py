"""Load a folder of YAML files as one frozen Library, or report every fault in it."""
