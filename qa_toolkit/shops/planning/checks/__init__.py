"""What the shape of a plan's file cannot say: one module a family, joined by `check`."""
