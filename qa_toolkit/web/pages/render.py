"""Pages as HTML."""

from collections.abc import Iterable
from itertools import groupby

from qa_toolkit.domain.shop.form import FormQuestion
from qa_toolkit.templates import templates_of
from qa_toolkit.web.assets import version
from qa_toolkit.web.pages.closed_page import ClosedPage
from qa_toolkit.web.pages.form_page import FormPage, kinds
from qa_toolkit.web.pages.missing_page import MissingPage


def html(page: FormPage | ClosedPage | MissingPage) -> str:
    """A page, with its styles and scripts named by their version."""
    return (
        templates_of("qa_toolkit.web", under_headings=_under_headings)
        .get_template(page.template)
        .render(page=page, static=f"/static/{version()}", kinds=kinds())
    )


def _under_headings(
    questions: Iterable[FormQuestion],
) -> list[tuple[str, tuple[FormQuestion, ...]]]:
    """Questions in their order, those that follow each other under one heading together."""
    return [(key, tuple(found)) for key, found in groupby(questions, lambda one: one.heading)]
