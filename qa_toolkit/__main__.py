"""`python -m qa_toolkit` is `qa`."""

from qa_toolkit.cli.main import entry

if __name__ == "__main__":
    entry()
