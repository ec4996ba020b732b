"""Words that every log of a scenario repeats: its own, and those of the questions."""

from collections.abc import Iterator

from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.scenario import Scenario
from qa_toolkit.shops.checks.earlier import shingles_of
from qa_toolkit.shops.checks.interface import Context
from qa_toolkit.shops.checks.words import words


def scripted_shingles(context: Context) -> frozenset[int]:
    """Rows of words that are no copy of anybody."""
    return frozenset(
        shingle for text in _texts(context.form, context.scenario) for shingle in shingles_of(text)
    )


def scripted_words(context: Context) -> frozenset[str]:
    """Single words of the scenario and the form, in lower case; of joined words each as well."""
    texts = _texts(context.form, context.scenario)
    whole = {word for text in texts for word in words(text)}
    return frozenset(part for word in whole for part in (word, *word.split("-")))


def _texts(form: ShopForm, scenario: Scenario | None) -> Iterator[str]:
    yield form.title
    for section in form.sections:
        yield from (section.title, section.guidance)
    for question in form.questions():
        yield from (question.text, question.guidance)
        yield from (choice.text for choice in question.choices)
    yield from (wanted.text for wanted in form.evidence)
    if scenario is not None:
        yield from _brief(scenario)


def _brief(scenario: Scenario) -> Iterator[str]:
    yield from (scenario.goal, scenario.opening_line, scenario.persona.story)
    yield scenario.persona.name
    yield from (*scenario.hold_back, *scenario.probe, *scenario.do, *scenario.do_not)
