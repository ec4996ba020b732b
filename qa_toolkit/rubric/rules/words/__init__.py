"""Word lists of the English wording and fairness rules, as plain tuples and sets."""
