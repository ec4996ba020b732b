"""How far evaluators agree, and models fitted to the ratings of a site."""
