"""A user's own templates: read from a folder and checked before anything is made from them."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.problem import Problem

STYLE = "style.css"
SUFFIXES = (".j2", ".css")
"""Only such files of a folder are read; a logo or a note beside them does no harm."""
_MOST_BYTES = 1_000_000
_NO_ESCAPE = "what customers wrote is always escaped; that cannot be switched off"


def read_folder(folder: Path) -> tuple[dict[str, str], list[Problem]]:
    """The texts of a folder's templates by file name, and what cannot be read."""
    if not folder.is_dir():
        message = "is no folder" if folder.exists() else "there is no such folder"
        hint = "name the folder that holds your templates"
        return {}, [Problem(source=str(folder), message=message, hint=hint)]
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES)
    except OSError as error:
        return {}, [Problem(source=str(folder), message=f"cannot be read: {error.strerror}")]
    for path in found:
        known = _text(path, folder)
        if isinstance(known, Problem):
            problems.append(known)
        else:
            texts[path.name] = known
    return texts, problems


def _text(path: Path, folder: Path) -> str | Problem:
    source = str(path)
    if not path.is_file():
        return Problem(source=source, message="is no file", hint="remove it or make it a file")
    if not path.resolve().is_relative_to(folder.resolve()):
        hint = "put the file itself there"
        return Problem(source=source, message="is a link that leads out of the folder", hint=hint)
    try:
        if path.stat().st_size > _MOST_BYTES:
            hint = f"a template has at most {_MOST_BYTES:,} bytes"
            return Problem(source=source, message="is too long", hint=hint)
        content = path.read_bytes()
    except OSError as error:
        return Problem(source=source, message=f"cannot be read: {error.strerror}")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Problem(source=source, line=line, message="is no text", hint="save it as UTF-8")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return Problem(source=source, line=line, message="is no text", hint="save it as UTF-8")
    return text


def mistakes(
    texts: Mapping[str, str],
    folder: Path,
    environment: Environment,
    ours: Collection[str],
    given: Mapping[str, Collection[str]],
) -> Iterator[Problem]:
    """What can be said of templates without a report: syntax, names, files that nobody asks for.

    Args:
        texts: the user's templates by file name.
        folder: where they lie, for the messages.
        environment: parses them, and says which filters there are.
        ours: names of the files that can be replaced.
        given: the names each template may use; a template that is not there is not checked.
    """
    wanted = set(ours)
    for name, text in texts.items():
        source = str(folder / name)
        if name == STYLE:
            yield from _style(source, text)
            continue
        try:
            environment.compile(text, name, source)
            tree = environment.parse(text, name, source)
        except TemplateSyntaxError as error:
            yield _syntax(error, source)
            wanted.update(texts)  # nobody knows what it would have asked for
            continue
        wanted.update(filter(None, meta.find_referenced_templates(tree)))
        yield from _unescaped(tree, source)
        yield from _missing_files(tree, source, {*ours, *texts})
        if name in given:
            yield from _unknown_names(tree, source, given[name])
    for name in texts.keys() - wanted:
        message = f"no page is made from '{name}'{did_you_mean(name, ours)}"
        hint = f"templates are {', '.join(sorted(ours))}, and what these include"
        yield Problem(source=str(folder / name), message=message, hint=hint)
    if not texts:
        hint = f"it may hold {', '.join(sorted(ours))}"
        yield Problem(source=str(folder), message="holds no template", hint=hint)


def _style(source: str, text: str) -> Iterator[Problem]:
    place = text.lower().find("</style")
    if place >= 0:
        line = text.count("\n", 0, place) + 1
        hint = "it stands inside <style> already"
        yield Problem(source=source, line=line, message="'</style' ends the style", hint=hint)


def _syntax(error: TemplateSyntaxError, source: str) -> Problem:
    message = error.message or "cannot be read as a template"
    hint = _NO_ESCAPE if "'safe'" in message else "see Jinja's template language"
    return Problem(source=source, line=error.lineno, message=message.rstrip("."), hint=hint)


def _unescaped(tree: nodes.Template, source: str) -> Iterator[Problem]:
    for block in tree.find_all(nodes.EvalContextModifier):
        if any(option.key == "autoescape" for option in block.options):
            message = "autoescape cannot be changed"
            yield Problem(source=source, line=block.lineno, message=message, hint=_NO_ESCAPE)


def _missing_files(tree: nodes.Template, source: str, known: Collection[str]) -> Iterator[Problem]:
    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        asked = getattr(node, "template", None)
        name = asked.value if isinstance(asked, nodes.Const) else None
        if isinstance(name, str) and name not in known:
            message = f"there is no template '{name}'{did_you_mean(name, known)}"
            hint = "put it into the folder, or use one of ours"
            yield Problem(source=source, line=node.lineno, message=message, hint=hint)


def _unknown_names(tree: nodes.Template, source: str, given: Collection[str]) -> Iterator[Problem]:
    unknown = meta.find_undeclared_variables(tree) - set(given) - set(_made_here(tree))
    lines: dict[str, int] = {}
    for node in tree.find_all(nodes.Name):
        if node.name in unknown:
            lines.setdefault(node.name, node.lineno)
    for name, line in lines.items():
        message = f"nothing is called '{name}' here{did_you_mean(name, given)}"
        hint = f"this template is given {', '.join(sorted(given))}"
        yield Problem(source=source, line=line, message=message, hint=hint)


def _made_here(tree: nodes.Template) -> Iterator[str]:
    """Names that a template gives itself; Jinja knows of them only outside of blocks."""
    yield from (node.name for node in tree.find_all(nodes.Macro))
    yield from (node.target for node in tree.find_all(nodes.Import))
    yield from (node.name for node in tree.find_all(nodes.Name) if node.ctx != "load")
    for node in tree.find_all(nodes.FromImport):
        yield from (name if isinstance(name, str) else name[1] for name in node.names)
