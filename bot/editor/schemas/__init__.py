"""Help for editors as they write, made from the models: JSON Schemas, editor settings and forms for two web editors."""
