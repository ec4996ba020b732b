"""The names that links lead to; one of a rubric's own is never one of the page's own."""


def section_anchor(section: str) -> str:
    """Of a section, by its id."""
    return f"section-{section}"


def question_anchor(criterion: str) -> str:
    """Of a criterion, by its id."""
    return f"question-{criterion.replace('.', '-')}"


def cue_anchor(name: str) -> str:
    """Of what a customer says."""
    return f"cue-{name}"
