"""XML parts are read element by element, so that memory is bounded whatever a file holds.

A part with a document type is refused before it is read: entities can only be declared there, and
no spreadsheet program writes one. What the standard library's parser builds is dropped again
after each row, and a row that does not end is not waited for.
"""

from collections.abc import Iterator
from typing import IO, cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser
from xml.parsers import expat

from qa_toolkit.errors import UsageError
from qa_toolkit.workbooks import limits
from qa_toolkit.workbooks.package import SAVE_AGAIN, Package

_CHUNK = 1 << 16


def local(tag: str) -> str:
    """The name of an element or attribute without its namespace, of which the format has two sets."""
    return tag.rpartition("}")[2]


def elements(package: Package, part: str, wanted: str, last: str = "") -> Iterator[Element]:
    """Each element of a name with all it holds, in order; it is gone when the next is asked for.

    Args:
        package: holds the part.
        part: its name.
        wanted: local name of the elements.
        last: local name of the element with whose end reading stops; empty reads all.

    Raises:
        UsageError: the part is missing or damaged, declares entities, or an element is too large.
    """
    where = f"{package.source}: {part}"
    if part not in package:
        raise UsageError(f"{where}: it is missing", hint=SAVE_AGAIN)
    parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
    root: Element | None = None
    wanted_tag = last_tag = ""
    waited = 0
    with package.open(part) as stream:
        try:
            for chunk in _checked(stream, where):
                parser.feed(chunk)
                waited += len(chunk)
                for event, element in _events(parser):
                    if root is None:
                        root = element
                        space = root.tag.removesuffix(local(root.tag))
                        wanted_tag, last_tag = space + wanted, space + last
                    if event == "end":
                        if element.tag == wanted_tag:
                            yield element
                            waited = 0
                        elif element.tag == last_tag:
                            return
                _drop_read(root, wanted_tag, where)
                if waited > limits.MOST_ELEMENT:
                    raise UsageError(f"{where}: a part of it is too large", hint=SAVE_AGAIN)
            parser.close()  # tells what is missing at the end
        except ParseError as error:
            raise UsageError(f"{where}: it is damaged: {error}", hint=SAVE_AGAIN) from error


def whole(package: Package, part: str) -> Element:
    """A small part as a whole.

    Raises:
        UsageError: the part is missing or damaged, declares entities, or is not small.
    """
    where = f"{package.source}: {part}"
    if part not in package:
        raise UsageError(f"{where}: it is missing", hint=SAVE_AGAIN)
    if package.size(part) > limits.MOST_PLAN:
        raise UsageError(f"{where}: it is too large", hint=SAVE_AGAIN)
    parser: XMLPullParser[Element] = XMLPullParser(("start",))
    with package.open(part) as stream:
        try:
            for chunk in _checked(stream, where):
                parser.feed(chunk)
            parser.close()
        except ParseError as error:
            raise UsageError(f"{where}: it is damaged: {error}", hint=SAVE_AGAIN) from error
    return next(element for _, element in _events(parser))


def _events(parser: "XMLPullParser[Element]") -> Iterator[tuple[str, Element]]:
    return cast("Iterator[tuple[str, Element]]", parser.read_events())


def _checked(stream: IO[bytes], where: str) -> Iterator[bytes]:
    """The chunks of a part, once it is known that it has no document type."""
    head = stream.read(_CHUNK)
    if not _begins_plainly(head, where):
        said = f"{where}: it declares a document type or entities; nothing of it was read"
        raise UsageError(said, hint=SAVE_AGAIN)
    while head:
        yield head
        head = stream.read(_CHUNK)


class _Reached(Exception):
    """The first element or a document type, whichever comes first."""


def _begins_plainly(head: bytes, where: str) -> bool:
    """Whether the first element comes soon, and before it no document type."""
    first: list[str] = []

    def reached(name: str, *_: object) -> None:
        first.append(name)
        raise _Reached

    parser = expat.ParserCreate()
    parser.StartElementHandler = reached
    parser.StartDoctypeDeclHandler = lambda *_: reached("")
    try:
        parser.Parse(head, False)  # noqa: FBT003 - not the end; the C function takes no names
    except _Reached:
        return bool(first[0])
    except (expat.ExpatError, LookupError, ValueError) as error:  # an encoding nobody knows
        raise UsageError(f"{where}: it is damaged: {error}", hint=SAVE_AGAIN) from error
    return False


def _drop_read(root: Element | None, wanted: str, where: str) -> None:
    """Let go of all elements but those that are still open, and what an open wanted one holds."""
    element, depth = root, 0
    while element is not None and len(element) and element.tag != wanted:
        del element[:-1]
        element = element[0]
        depth += 1
        if depth > limits.MOST_DEPTH:
            raise UsageError(f"{where}: it is nested too deeply", hint=SAVE_AGAIN)
