"""The small types that rubrics are made of."""

import re
from decimal import Decimal
from typing import Annotated, Literal, Self, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, PydanticKnownError

from qa_toolkit.domain.pattern import MOST_CHARACTERS, MOST_REPEATS, PatternError, check_pattern
from qa_toolkit.domain.phrase import PhraseError, parts_of
from qa_toolkit.domain.transcript import SpeakerRole

_ONE_WAY = re.compile(r"0|-?[1-9][0-9]*")
_LEVEL_KEY = r"^(0|-?[1-9][0-9]{0,2}|-?1000)$"


def _no_text(value: object) -> object:
    """Refuses what pydantic would make a number of: text, and true for 1."""
    if isinstance(value, bool | str):
        raise PydanticKnownError("decimal_type")
    return value


def _whole(value: object) -> object:
    if isinstance(value, bool | str):
        raise PydanticKnownError("int_type")
    return value


def _key(value: object) -> object:
    """Keys may be text; a level is written in one way, or "01" would hide what 1 says."""
    if isinstance(value, str) and _ONE_WAY.fullmatch(value) is None:
        raise PydanticKnownError("int_type")
    return value


# to stand behind the bounds of a number: in front, they would be lost to the JSON Schema
Number = BeforeValidator(_no_text)
Whole = BeforeValidator(_whole)
"""Of `Decimal` and `int`: numbers only, as they stand in YAML without quotation marks."""
Real = Annotated[float, Strict(), Field(allow_inf_nan=False)]

_MOST_OF_ID = 80
Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=_MOST_OF_ID)]
CriterionId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$", max_length=120)]
Version = Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$", max_length=40)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"\S")]
ModelName = Annotated[str, Field(pattern=r"^[^\s\\]+$", max_length=200)]
"""A model that ships, or the path of a model file from the rubric's folder."""
Weight = Annotated[Decimal, Field(gt=0, le=1000), Number]
Share = Annotated[Decimal, Field(ge=0, le=1000), Number]
"""A weight that may be 0: asked and shown, but not counted."""
Percent = Annotated[Decimal, Field(ge=0, le=100), Number]
Points = Annotated[Decimal, Field(ge=-100, le=100), Number]
Level = Annotated[int, Field(ge=-1000, le=1000), Whole]
"""A rating on a criterion's scale."""
LevelKey = Annotated[
    int,
    Field(ge=-1000, le=1000),
    BeforeValidator(_key),
    WithJsonSchema({"type": "string", "pattern": _LEVEL_KEY}),
]
"""A level as the key of a mapping, which JSON knows as text only."""
Count = Annotated[int, Field(ge=1, le=10_000), Whole]
CountOrZero = Annotated[int, Field(ge=0, le=10_000), Whole]
Flag = Annotated[bool, Strict()]
"""`true` or `false` only: in YAML 1.2 `yes` is a text."""
Party = Literal[SpeakerRole.AGENT, SpeakerRole.CUSTOMER]


def is_identifier(text: str) -> bool:
    """Whether it can be an id, as `Identifier`: small letters, digits and `_`, a letter first."""
    return len(text) <= _MOST_OF_ID and re.fullmatch(r"[a-z][a-z0-9_]*", text) is not None


def _in_the_language(phrase: str) -> str:
    try:
        parts_of(phrase)
    except PhraseError as error:
        # not the exception itself: it would keep all that was being read alive
        raise PydanticCustomError("phrase", "{said}", {"said": str(error)}) from None
    return phrase


Phrase = Annotated[
    str,
    AfterValidator(_in_the_language),
    Field(
        description="Words in this order: (one|of these), [perhaps], stem*, ~3 for up to three "
        "words in between."
    ),
]
"""A wording in the phrase language of `qa_toolkit.domain.phrase`."""
Phrases = Annotated[tuple[Phrase, ...], Field(min_length=1)]


def _for_re2(pattern: str) -> str:
    try:
        check_pattern(pattern)
    except PatternError as error:
        said = f"'{pattern[:MOST_CHARACTERS]}': {error}"
        raise PydanticCustomError("pattern", "{said}", {"said": said}) from None
    return pattern


Pattern = Annotated[
    str,
    AfterValidator(_for_re2),
    Field(
        description="A regular expression for RE2, whatever the case: no look-around, at most "
        f"{MOST_CHARACTERS} characters, no count over {MOST_REPEATS}."
    ),
]
"""A regular expression as `qa_toolkit.domain.pattern` allows it."""
Patterns = Annotated[
    tuple[Pattern, ...],
    Field(
        min_length=1,
        description="Regular expressions to find, for what no phrase can say.",
        examples=[[r"\\bref [A-Z]{2}\\d{6}\\b"]],
    ),
]


def something_to_find(phrases: tuple[str, ...], patterns: tuple[str, ...]) -> None:
    """Refuse a part that names neither phrases nor patterns."""
    if not phrases and not patterns:
        raise PydanticCustomError(
            "nothing_to_find", "needs 'any' or 'patterns', or it finds nothing"
        )


class Part(BaseModel):
    """A part of a rubric: frozen, and closed to keys that nobody knows."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def but(self, **changes: object) -> Self:
        """A copy with other values; nothing that was worked out from the old ones comes along."""
        values = {name: getattr(self, name) for name in type(self).model_fields}
        return cast(Self, type(self).model_construct(**values | changes))
