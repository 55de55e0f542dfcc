"""How each model and list of Signpost is made again, and what it is made from."""
