"""Files for programs: tables and JSON, with a dictionary of what is in them."""
