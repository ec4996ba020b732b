"""The words for statuses, steps, kinds of proof and moments, as shoppers read them."""

from datetime import UTC, datetime, tzinfo

from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.domain.shop.scenario import EvidenceKind

STATUS_WORDS = {
    ShopStatus.ASSIGNED: "Not begun",
    ShopStatus.IN_PROGRESS: "In progress",
    ShopStatus.SUBMITTED: "Submitted",
    ShopStatus.IN_REVIEW: "An editor is reading it",
    ShopStatus.RETURNED: "Returned to you",
    ShopStatus.APPROVED: "Approved",
    ShopStatus.FINAL: "Final",
    ShopStatus.LOCKED: "Final and locked",
    ShopStatus.CANCELLED: "Cancelled",
}
KIND_WORDS: dict[EvidenceKind, str] = {
    "photo": "Photo",
    "receipt": "Receipt",
    "recording": "Recording",
    "chat": "Chat",
    "document": "Document",
}
KIND_TYPES: dict[EvidenceKind, str] = {
    "photo": "image/*",
    "receipt": "image/*,application/pdf",
    "recording": "audio/*",
    "chat": "text/*,application/json,application/pdf,image/*",
    "document": "",
}
"""What a phone offers to choose from; the server tells by the bytes what a file is."""


def moment_words(moment: datetime | str, zone: tzinfo = UTC) -> str:
    """`10 November 2026, 14:05`, by the clock of a place; a text is as the store keeps moments."""
    known = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    there = known.astimezone(zone)
    return f"{there.day} {there:%B %Y, %H:%M}"
