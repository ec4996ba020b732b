"""What stands in a plan's file, whether or not it has the shape of a plan.

Names are looked at here, so that one that is not there is told beside mistakes of shape, and not
after these were mended.
"""

from collections.abc import Iterator

from qa_toolkit.strict_yaml.document import Document, Node, Path

Text = tuple[Path, str]
"""A text with its path."""


def rows(document: Document, group: str) -> list[Node]:
    """The items of a list at the top of the file; none where there is no list."""
    return _items(document.node_at((group,)))


def text_at(document: Document, path: Path) -> Iterator[Text]:
    """The text of a key, where there is one."""
    node = document.node_at(path)
    if node is not None and isinstance(node.value, str):
        yield path, node.value


def texts_at(document: Document, path: Path) -> Iterator[Text]:
    """The texts of a list."""
    for n in range(len(_items(document.node_at(path)))):
        yield from text_at(document, (*path, n))


def texts_of(document: Document, group: str, key: str) -> Iterator[Text]:
    """The texts of a key in all rows of a list."""
    for n in range(len(rows(document, group))):
        yield from text_at(document, (group, n, key))


def _items(node: Node | None) -> list[Node]:
    return node.inner if node is not None and isinstance(node.inner, list) else []
