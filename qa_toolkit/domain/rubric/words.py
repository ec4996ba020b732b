"""The small types that rubrics are made of."""

from decimal import Decimal
from typing import Annotated, Literal, Self, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict, StringConstraints
from pydantic_core import PydanticCustomError

from qa_toolkit.domain.phrase import PhraseError, pattern_of
from qa_toolkit.domain.transcript import SpeakerRole

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=80)]
CriterionId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$", max_length=120)]
Version = Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$", max_length=40)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Weight = Annotated[Decimal, Field(gt=0, le=1000)]
Share = Annotated[Decimal, Field(ge=0, le=1000)]
"""A weight that may be 0: asked and shown, but not counted."""
Percent = Annotated[Decimal, Field(ge=0, le=100)]
Points = Annotated[Decimal, Field(ge=-100, le=100)]
Level = Annotated[int, Field(ge=-1000, le=1000)]
"""A rating on a criterion's scale."""
Flag = Annotated[bool, Strict()]
"""`true` or `false` only: in YAML 1.2 `yes` is a text."""
Party = Literal[SpeakerRole.AGENT, SpeakerRole.CUSTOMER]


def _in_the_language(phrase: str) -> str:
    try:
        pattern_of(phrase)
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


class Part(BaseModel):
    """A part of a rubric: frozen, and closed to keys that nobody knows."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def but(self, **changes: object) -> Self:
        """A copy with other values; nothing that was worked out from the old ones comes along."""
        values = {name: getattr(self, name) for name in type(self).model_fields}
        return cast(Self, type(self).model_construct(**values | changes))
