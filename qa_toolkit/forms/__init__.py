"""Other people's evaluation forms, read into rubrics and written from them. Pure but for files."""
