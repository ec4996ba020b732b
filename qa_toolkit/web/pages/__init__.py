"""The pages as values: what each of them says, without a server and without HTML."""
