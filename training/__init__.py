"""Scripts that rebuild each model and list of Signpost from its sources."""
