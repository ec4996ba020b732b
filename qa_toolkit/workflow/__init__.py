"""One use case per verb; the only place where stages meet. Nothing here prints or exits."""
