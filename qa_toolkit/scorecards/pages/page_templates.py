"""The templates that pages are made from: ours, or those of a user's folder in their place.

A user's templates run in Jinja's sandbox: they read what a page shows and can neither reach files
and programs nor leave the words of customers unescaped. Mistakes are told with file and line,
before anything is written. What no sandbox prevents is a template that takes long or grows large.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from traceback import walk_tb
from typing import Any

from jinja2 import Environment, FunctionLoader, TemplateError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import UsageError
from qa_toolkit.scorecards import view as views
from qa_toolkit.scorecards.pages import page_charts
from qa_toolkit.scorecards.pages.own_templates import STYLE, SUFFIXES, mistakes, read_folder
from qa_toolkit.templates import templates_from, templates_of

GENERATOR = "qa_toolkit scorecards"
"""By this in its head a page is known as one of ours."""
_EVERYWHERE = frozenset({"generator", "style", "charts"})
GIVEN: Mapping[str, frozenset[str]] = {
    "index.html.j2": _EVERYWHERE | {"view", "names"},
    "agent.html.j2": _EVERYWHERE | {"view", "agent", "link"},
    "interaction.html.j2": _EVERYWHERE | {"view", "agent", "card", "page"},
    "mail.html.j2": _EVERYWHERE | {"view"},
}
"""The names that a template may use, by template."""
BROKEN = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What running a template can raise; sandbox and undefined names are template errors."""
_ATTRIBUTE = re.compile(r"(\w+) object' has no attribute '(\w+)'")
_HINT = "take a copy of ours and change it in small steps"


def environment(folder: Path | None = None) -> Environment:
    """Templates with autoescape: whatever a customer writes stays text.

    Args:
        folder: a user's own templates; those it does not hold are ours.

    Raises:
        UsageError: the folder or a template in it is broken; all problems are in the message.
    """
    if folder is None:
        return _ours()
    made, problems = _own(folder)
    if problems:
        raise broken(problems)
    return made


def broken(problems: Iterable[Problem]) -> UsageError:
    """The error that names every problem of a user's templates."""
    told = "\n".join(map(str, problems))
    return UsageError(
        f"the templates cannot be used; nothing was written:\n{told}",
        hint=f"our own templates, to start from a copy: {_folder()}",
    )


def rendering_problem(error: Exception, folder: Path | None) -> Problem:
    """Where in the templates a page could not be made, and why."""
    places = [
        (frame.f_code.co_filename, line)
        for frame, line in walk_tb(error.__traceback__)
        if Path(frame.f_code.co_filename).suffix in SUFFIXES
    ]
    own = [place for place in places if Path(place[0]).parent == folder]
    source, line = next(reversed(own or places), (str(folder or _folder()), None))
    return Problem(source=source, line=line, message=_reason(error), hint=_HINT)


@cache
def template_names() -> frozenset[str]:
    """The files that a user may replace."""
    return frozenset(path.name for path in _folder().iterdir() if path.suffix in SUFFIXES)


def _folder() -> Path:
    return Path(str(files("qa_toolkit.scorecards"))) / "templates"


@cache
def _ours() -> Environment:
    return _furnished(templates_of("qa_toolkit.scorecards"), _our_text(STYLE))


def _own(folder: Path) -> tuple[Environment, tuple[Problem, ...]]:
    texts, problems = read_folder(folder)
    made = templates_from(_Sandbox, FunctionLoader(lambda name: _source(name, texts, folder)))
    del made.filters["safe"]
    _furnished(made, texts.get(STYLE, _our_text(STYLE)))
    if not problems:
        problems.extend(mistakes(texts, folder, made, template_names(), GIVEN))
    return made, tuple(problems)


def _furnished(made: Environment, style: str) -> Environment:
    made.globals["generator"] = GENERATOR
    made.globals["charts"] = {
        "trend": page_charts.trend,
        "losses": page_charts.losses,
        "compared": page_charts.compared,
        "css": page_charts.css,
    }
    made.globals["style"] = Markup(style)  # noqa: S704 - a style sheet, ours or the user's own
    return made


def _source(
    name: str, texts: Mapping[str, str], folder: Path
) -> tuple[str, str, Callable[[], bool]] | None:
    """The user's template of this name, else ours; Jinja asks only for names without folders."""
    if name in texts:
        return texts[name], str(folder / name), _always
    if name in template_names():
        return _our_text(name), str(_folder() / name), _always
    return None


def _always() -> bool:
    return True


class _Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox in which nobody writes ten billion letters with one sign."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        numbers = isinstance(left, int | float | Decimal) and isinstance(
            right, int | float | Decimal
        )
        if operator == "**" or not numbers:
            raise SecurityError(f"'{operator}' is for numbers only, and no powers")
        return super().call_binop(context, operator, left, right)


@cache
def _our_text(name: str) -> str:
    return (_folder() / name).read_text(encoding="utf-8")


def _reason(error: Exception) -> str:
    """What Jinja or Python says, with our names for what a page shows."""
    if isinstance(error, RecursionError):
        return "a template includes itself without end"
    said = str(error) or type(error).__name__
    found = _ATTRIBUTE.search(said)
    if not found:
        return said
    known = getattr(getattr(views, found[1], None), "__slots__", ())
    return f"{found[1]} has no '{found[2]}'{did_you_mean(found[2], known)}"
