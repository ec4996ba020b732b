"""Mystery shopping: scenarios, plans, briefs, forms, checks and the life of a shop."""
