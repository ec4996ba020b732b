"""Plans of shops: a file → who goes where on which day, drawn so that anybody can draw it again."""
