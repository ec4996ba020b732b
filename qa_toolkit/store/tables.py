"""The tables. What flows is kept whole as JSON; columns beside it serve look-ups and joins."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

interactions = Table(
    "interactions",
    metadata,
    Column("id", String, primary_key=True),
    Column("agent_id", String, nullable=False, index=True),
    Column("channel", String, nullable=False),
    Column("source", String, nullable=False),
    Column("is_recorded", Boolean, nullable=False),
    Column("content_hash", String, nullable=False, index=True),
    # the transcript to be scored, of this content; null as long as there is none
    Column("transcript_key", String),
    # the transcript that was found beside the recording; null where there was none
    Column("found_key", String),
    Column("payload", JSON, nullable=False),
    Column("imported_at", String, nullable=False),
)

transcripts = Table(
    "transcripts",
    metadata,
    Column("interaction_id", ForeignKey("interactions.id"), primary_key=True),
    # what made it: hash of content, engine, model and options; a chat's is its content hash
    Column("key", String, primary_key=True),
    Column("payload", JSON, nullable=False),
    Column("made_at", String, nullable=False),
)

# what the transcripts to be scored say, turn by turn, to be searched; triggers keep it
turns = Table(
    "turns",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("interaction_id", ForeignKey("interactions.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("speaker", String, nullable=False),
    Column("start_s", Float),
    Column("text", Text, nullable=False),
)

samples = Table(
    "samples",
    metadata,
    Column("id", String, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("payload", JSON, nullable=False),
    Column("drawn_at", String, nullable=False),
)

rubrics = Table(
    "rubrics",
    metadata,
    Column("hash", String, primary_key=True),
    Column("rubric_id", String, nullable=False),
    Column("version", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("first_used_at", String, nullable=False),
)

scorecards = Table(
    "scorecards",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("interaction_id", ForeignKey("interactions.id"), nullable=False, index=True),
    Column("rubric_hash", ForeignKey("rubrics.hash"), nullable=False),
    Column("transcript_key", String, nullable=False),
    Column("evaluator", String, nullable=False),
    Column("channel", String, nullable=False),
    # what the rubric asks of metadata, as JSON; empty where it asks nothing
    Column("facts", String, nullable=False, default=""),
    Column("outcome", String, nullable=False),
    Column("payload", JSON, nullable=False),
    Column("scored_at", String, nullable=False),
    UniqueConstraint(
        "interaction_id", "rubric_hash", "transcript_key", "evaluator", "channel", "facts"
    ),
)

# what could not be used, and why: by import (no interaction came of it) or by transcription; and
# what has older words and waits for new ones (stage `wait`)
left_out = Table(
    "left_out",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("stage", String, nullable=False),
    # the folder of an import, else the interaction
    Column("scope", String, nullable=False),
    # the key of the transcript that could not be made; empty where another try may end otherwise
    Column("key", String, nullable=False, default=""),
    Column("payload", JSON, nullable=False),
    Column("found_at", String, nullable=False),
)

# what agents promised, as read last; one that was judged stays, also when new words lack it
commitments = Table(
    "commitments",
    metadata,
    Column("id", String, primary_key=True),
    Column("interaction_id", ForeignKey("interactions.id"), nullable=False, index=True),
    Column("transcript_key", String, nullable=False),
    Column("payload", JSON, nullable=False),
    Column("found_at", String, nullable=False),
)

# which transcript of an interaction was read for commitments last, also where it holds none
commitment_readings = Table(
    "commitment_readings",
    metadata,
    Column("interaction_id", ForeignKey("interactions.id"), primary_key=True),
    Column("transcript_key", String, nullable=False),
    # the toolkit with its version, and the clock that due times were told by
    Column("reader", String, nullable=False),
    Column("clock", String, nullable=False),
)

# what people and later contacts say about commitments; appended, never changed
commitment_verdicts = Table(
    "commitment_verdicts",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("commitment_id", ForeignKey("commitments.id"), nullable=False, index=True),
    Column("payload", JSON, nullable=False),
)

# what people rate in the machine's place; appended, never changed
overrides = Table(
    "overrides",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("interaction_id", ForeignKey("interactions.id"), nullable=False, index=True),
    Column("rubric_id", String, nullable=False),
    Column("payload", JSON, nullable=False),
)

# topics opened for coaching, and what was said of them since; appended, never changed
coaching_entries = Table(
    "coaching_entries",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("agent_id", String, nullable=False, index=True),
    Column("payload", JSON, nullable=False),
)
coaching_changes = Table(
    "coaching_changes",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("entry_id", ForeignKey("coaching_entries.id"), nullable=False, index=True),
    Column("payload", JSON, nullable=False),
)

# mystery shopping: the forms, by the hash of the meaning of a scenario and its rubric
scenarios = Table(
    "scenarios",
    metadata,
    Column("hash", String, primary_key=True),
    Column("scenario_id", String, nullable=False),
    Column("version", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("rubric_hash", ForeignKey("rubrics.hash"), nullable=False),
    Column("first_used_at", String, nullable=False),
)

# plans as they were drawn, each with its file; the last drawing of a plan is the one that counts
shop_drawings = Table(
    "shop_drawings",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("plan", String, nullable=False, index=True),
    Column("payload", JSON, nullable=False),
    Column("drawn_at", String, nullable=False),
)

# assignments; one that nobody has begun moves with its plan's next drawing
shops = Table(
    "shops",
    metadata,
    Column("id", String, primary_key=True),
    Column("drawing", ForeignKey("shop_drawings.number"), nullable=False),
    Column("plan", String, nullable=False, index=True),
    Column("scenario_hash", ForeignKey("scenarios.hash"), nullable=False),
    Column("payload", JSON, nullable=False),
)

# what happened to shops; appended, never changed
shop_steps = Table(
    "shop_steps",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("shop", ForeignKey("shops.id"), nullable=False, index=True),
    Column("status", String, nullable=False),
    Column("payload", JSON, nullable=False),
)

# what is being filled in: one a shop, counted up with every save; without payload after it was
# handed in
shop_drafts = Table(
    "shop_drafts",
    metadata,
    Column("shop", ForeignKey("shops.id"), primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("payload", JSON(none_as_null=True)),
    Column("saved_by", String, nullable=False),
    Column("saved_at", String, nullable=False),
)

# what was handed in, counted from 1 in every shop; appended, never changed
shop_logs = Table(
    "shop_logs",
    metadata,
    Column("shop", ForeignKey("shops.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("payload", JSON, nullable=False),
    Column("submitted_at", String, nullable=False),
)

# what editors think of the work; appended, never changed
shop_grades = Table(
    "shop_grades",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("shop", ForeignKey("shops.id"), nullable=False, index=True),
    Column("payload", JSON, nullable=False),
)

# expenses that shoppers claim, and what managers say of them; appended, never changed
shop_claims = Table(
    "shop_claims",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("shop", ForeignKey("shops.id"), nullable=False, index=True),
    Column("payload", JSON, nullable=False),
)
shop_claim_answers = Table(
    "shop_claim_answers",
    metadata,
    Column("claim", ForeignKey("shop_claims.number"), primary_key=True),
    Column("payload", JSON, nullable=False),
)

# what is owed, and which of it was exported when; appended, never changed
shop_payments = Table(
    "shop_payments",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("shop", ForeignKey("shops.id"), nullable=False, index=True),
    Column("payload", JSON, nullable=False),
)
shop_payrolls = Table(
    "shop_payrolls",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("payment", ForeignKey("shop_payments.number"), nullable=False, index=True),
    Column("target", String, nullable=False),
    Column("exported_at", String, nullable=False),
)

# answers to scenarios' questions before an assignment; appended, never changed
shop_attempts = Table(
    "shop_attempts",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("shopper", String, nullable=False, index=True),
    Column("scenario_hash", String, nullable=False),
    Column("payload", JSON, nullable=False),
)
