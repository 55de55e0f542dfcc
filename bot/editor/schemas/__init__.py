"""What helps while writing, made from the models: JSON Schemas, editor settings and the forms of two web editors."""
