"""Names of what was noted of a mystery shop, where an output must know what a fact is."""

MET = "Met"
"""A name: whom the shopper met."""
BEGAN = "Began"
"""A moment, ISO 8601 with its offset, by the clock of the location."""
