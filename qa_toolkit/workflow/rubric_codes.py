"""The codes of `qa rubric test` and `diff`, which have no manual page: what there is to say of them."""

from qa_toolkit.findings.report import RuleText
from qa_toolkit.rubric.diff.codes import CODES, TOO_SMALL

CASE_TEXTS = (
    RuleText(
        code="T101",
        title="a level that no case reaches",
        severity="warning",
        explanation="No case shows what this rating takes. Write one whose dialogue earns it.",
    ),
    RuleText(
        code="T102",
        title="an indicator that no case exercises",
        severity="warning",
        explanation="No case holds what this indicator looks for. Write one that does.",
    ),
    RuleText(
        code="T103",
        title="cases without a rubric",
        severity="warning",
        explanation="Cases lie in `cases/NAME/` beside `NAME.yaml`. No rubric has the name of this "
        "folder, so its cases are never run. Name the folder as the rubric is named.",
    ),
    RuleText(
        code="T201",
        title="a mutant that no case notices",
        severity="warning",
        explanation="The rubric was broken here on purpose, and every case still held. Write one "
        "that depends on this part, or take the part away.",
    ),
)

DIFF_TEXTS = (
    RuleText(
        code=TOO_SMALL,
        title="the version says too little",
        severity="error",
        explanation=(
            "A breaking change asks for a new major version, a change of scoring for a minor one "
            "and a change of words for a patch, so that a version says whether scores compare. "
            "Raise 'version' as far as the message asks."
        ),
        help_anchor=f"docs/rubric-diff.md#{TOO_SMALL.lower()}",
    ),
    *(
        RuleText(
            code=code,
            title=f"{known.title[0].lower()}{known.title[1:]}",
            severity="info",
            explanation=f"A {known.effect} change. {known.why}",
            help_anchor=f"docs/rubric-diff.md#{code.lower()}",
        )
        for code, known in CODES.items()
    ),
)
