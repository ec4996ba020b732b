"""What the field talks about: frozen values and their arithmetic, without files or networks."""
