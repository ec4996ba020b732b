"""Mystery shopping: what is planned, what a briefed person noted, and what became of it."""
