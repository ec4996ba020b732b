"""The names under which exports keep each field; the first that is present is used."""

from collections.abc import Mapping

_SHARED: Mapping[str, tuple[str, ...]] = {
    "agent": ("agent", "agent_id", "agent_login"),
    "agent_name": ("agent_name",),
    "team": ("team", "agent_team"),
    "started_at": ("started_at", "start_time", "started"),
    "customer": ("customer", "customer_id", "caller"),
    "queue": ("queue", "queue_name"),
    "language": ("language", "lang"),
}

# A chat export's bare `id` is the message's where the conversation has a column of its own.
CHAT_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("interaction_id", "conversation_id", "chat_id", "id"),
    "speaker": ("speaker", "role", "sender"),
    "text": ("text", "message", "body"),
    "at": ("at", "timestamp", "sent_at", "created_at", "time"),
    "start_s": ("start_s",),
    "channel": ("channel",),
    **_SHARED,
}

METADATA_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "file": ("file", "filename", "file_name", "recording"),
    "id": ("id", "interaction_id", "call_id"),
    "agent_side": ("agent_side", "agent_channel"),
    "channels": ("channels", "channel_roles"),
    **_SHARED,
}

# Speakers in CSV exports, which are written for people; the line format has exact names.
SPEAKERS: Mapping[str, str] = {
    "advisor": "agent",
    "operator": "agent",
    "representative": "agent",
    "caller": "customer",
    "client": "customer",
    "user": "customer",
    "visitor": "customer",
    "end_user": "customer",
    "chatbot": "bot",
    "note": "internal",
}
