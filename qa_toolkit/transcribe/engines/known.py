"""What both local engines say of languages."""

from collections.abc import Iterable, Mapping, Sequence

from qa_toolkit.errors import Unusable


def check_known(language: str, model: str, languages: Sequence[str]) -> None:
    """See that a model knows a language.

    Raises:
        Unusable: it does not.
    """
    if language not in languages:
        raise Unusable(
            f"the speech model {model} does not know the language '{language}'",
            hint="name a multilingual model with --model",
        )


def likeliest(windows: Iterable[Mapping[str, float]]) -> tuple[str, float]:
    """The language that is likeliest over all windows, and how likely it is on average.

    Args:
        windows: for each one at least, how likely every language is, in 0..1.
    """
    told = list(windows)
    sums = {name: sum(one.get(name, 0.0) for one in told) for one in told for name in one}
    language = max(sums, key=lambda name: (sums[name], name))
    return language, sums[language] / len(told)
