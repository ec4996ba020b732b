"""Write `docs/detectors.md` and `docs/models/` from the detectors and models themselves.

    .venv/bin/python tools/model_docs.py

A test compares the files with what this makes, so that no weight and no figure can go stale.
"""

from pathlib import Path

from qa_toolkit.scoring.detectors import DETECTORS, FAMILIES, Detector
from qa_toolkit.scoring.models import Feature, Model, shipped, shipped_names
from qa_toolkit.scoring.models.measures import MEASURES

DOCS = Path(__file__).resolve().parent.parent / "docs"
PLACES = {
    "first": "in the speaker's first turn",
    "last": "in the speaker's last turn",
    "end": "in the last third of all turns",
    "answer": "in the two agent turns that follow a customer's distress",
}
_WORDS_SHOWN = 30
_POLARITY = {1: "for", 0: "–", -1: "against"}

DETECTORS_BEFORE = """\
# Detectors

Families of wordings with one meaning each. Models count what they find, and `qa score --explain` quotes it. What a
model makes of each is on the model's page in [models/](models/). This page is made by `tools/model_docs.py` from
`qa_toolkit/scoring/detectors/`; do not edit it by hand.

- Words count for the one who says them: not behind "not" or "never" (but for detectors marked °), not in quotation marks
  and not behind "you said" (but for those marked "), and never a bot's or a notice's.
- **Speaks** says whether a find speaks for good service or a contented customer, or against it.
- **False alarms** are what somebody saw who read 50 of its finds in real public care threads, drawn at random (all of
  them, where there were fewer), after mending what could be mended.
"""


def detectors_page() -> str:
    """The page of all detectors."""
    parts = [DETECTORS_BEFORE]
    for family, detectors in FAMILIES.items():
        rows = "".join(map(_row, detectors))
        head = "| Detector | Whose words | Speaks | What it finds | For example | False alarms |"
        parts.append(f"## {family.capitalize()}\n\n{head}\n|---|---|---|---|---|---|\n{rows}")
    return "\n".join(parts)


def _row(known: Detector) -> str:
    marks = ("" if known.negatable else "°") + ('"' if known.reportable else "")
    example = min(known.any, key=len).replace("|", "\\|")
    return (
        f"| `{known.name}`{marks} | {known.speaker.value} | {_POLARITY[known.polarity]} | "
        f"{known.meaning} | `{example}` | {_cell(known.false_alarms) or 'not read'} |\n"
    )


def model_page(model: Model) -> str:
    """The page of one model."""
    name = model.name
    words = sum(feature.name.startswith("w:") for feature in model.features)
    parts = [
        f"# {name} {model.version}\n\nThe probability of {model.predicts}, judged by the words of the "
        f"{model.speaker.value}. This page is made by `tools/model_docs.py` from "
        f"`qa_toolkit/scoring/models/{name}.json`; do not edit it by hand.\n",
        "A probability of 0.5 means: as likely among the better half, as people rate, as among the "
        "worse half. `qa score --explain` prints the sum for one interaction.\n",
        _agreement(model),
        _kept(model),
        _failures(model),
        _data(model),
        _weights(model, words),
    ]
    return "\n".join(filter(None, parts))


def _agreement(model: Model) -> str:
    rows = "".join(
        f"| {known.task} | {known.how} | {known.items:,} | {known.auc:.3f} | "
        f"{known.low:.3f} to {known.high:.3f} |\n"
        for known in model.agreement
    )
    return (
        "## Agreement with people\n\nAUC is the share of pairs, one rated well and one badly, that the model ranks as "
        "people do; 0.5 is chance. *Five-fold*: items the weights were not learned from, of the same corpus. *Other "
        "corpora*: learned without that corpus.\n\n"
        f"| Rated items | How | Items | AUC | 95 % interval |\n|---|---|---|---|---|\n{rows}"
    )


def _kept(model: Model) -> str:
    rows = "".join(
        f"| {known.confidence:.1f} | {100 * known.share:.0f} % | {100 * known.right:.1f} % |\n"
        for known in model.kept
    )
    return (
        "## What it is sure of\n\nOf items it has not seen, both halves counted as equally frequent: how many are "
        "left when it must be so sure, and how many of these it puts into the half people put them into.\n\n"
        f"| At least so sure | Items left | Right |\n|---|---|---|\n{rows}"
    )


def _failures(model: Model) -> str:
    lines = "".join(f"- {known}\n" for known in model.failures)
    return f"## Known failures\n\n{lines}" if lines else ""


def _data(model: Model) -> str:
    rows = "".join(
        f"| {known.corpus} | {known.items:,} | {known.source} | {known.licence} |\n"
        for known in model.data
    )
    return (
        "## Learned from\n\nNothing of the texts is kept but the weights.\n\n"
        f"| Corpus | Items | Source | Licence |\n|---|---|---|---|\n{rows}"
    )


def _weights(model: Model, words: int) -> str:
    known = [feature for feature in model.features if not feature.name.startswith("w:")]
    ordered = sorted(known, key=lambda feature: -abs(model.weights[feature.name]))
    rows = "".join(
        f"| `{feature.name}` | {model.weights[feature.name]:+.2f} | {_meaning(feature)} |\n"
        for feature in ordered
    )
    start = f"Log-odds start at {model.start:+.2f}. "
    text = (
        "## Weights\n\n"
        + start
        + "The first find of a detector adds its weight, the second half of it, the third a "
        "quarter; a measure (#) adds its weight for each unit above its mean.\n\n"
        f"| Feature | Weight | What it is |\n|---|---|---|\n{rows}"
    )
    return text + (_single_words(model, words) if words else "")


def _single_words(model: Model, words: int) -> str:
    weights = {
        feature.name[2:]: model.weights[feature.name]
        for feature in model.features
        if feature.name.startswith("w:")
    }
    best = sorted(weights, key=lambda word: -weights[word])
    most = ", ".join(f"{word} {weights[word]:+.2f}" for word in best[:_WORDS_SHOWN])
    least = ", ".join(f"{word} {weights[word]:+.2f}" for word in best[: -_WORDS_SHOWN - 1 : -1])
    return (
        f"\nBesides {words} single words and pairs of words, each weighed by the share of turns that hold it.\n\n"
        f"Most for it: {_cell(most)}\n\nMost against it: {_cell(least)}\n"
    )


def _meaning(feature: Feature) -> str:
    if feature.name.startswith("#"):
        return (MEASURES[feature.name[1:]].__doc__ or "").split("\n")[0]
    detector, _, place = feature.name.partition("@")
    where = f" ({PLACES[place]})" if place else ""
    return DETECTORS[detector].meaning.rstrip(".") + where + "."


def _cell(text: str) -> str:
    """Text that neither ends a cell of a table nor is taken for a mark-up."""
    return text.replace("|", "\\|").replace("*", "\\*")


def pages() -> dict[Path, str]:
    """All pages with their paths."""
    return {DOCS / "detectors.md": detectors_page()} | {
        DOCS / "models" / f"{name}.md": model_page(shipped(name)) for name in shipped_names()
    }


if __name__ == "__main__":
    for path, text in pages().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(f"wrote {path.name}")
