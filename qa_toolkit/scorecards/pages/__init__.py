"""Pages for people: a folder of them, one file to mail, or a PDF."""
