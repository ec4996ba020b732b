"""The guided form on a terminal: what is shown, what is typed, and the loop between the two."""
