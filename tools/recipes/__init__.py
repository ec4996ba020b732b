"""The recipes of the models that ship, one module each."""
