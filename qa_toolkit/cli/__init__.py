"""The `qa` command: parse, call one use case, print, exit. Libraries load when they are needed."""
