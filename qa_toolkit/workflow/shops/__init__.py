"""Mystery shopping: one use case per verb."""
