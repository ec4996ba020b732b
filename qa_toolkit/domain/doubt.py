"""When recognised words are doubtful, and how that is said."""

LOWEST_LOG_PROBABILITY = -0.6
"""English calls lie between -0.22 and -0.38, Spanish under an English model at -1.36."""


def is_doubtful(log_probability: float | None) -> bool:
    """Whether the words are likely to be wrong: another language, or bad sound."""
    return log_probability is not None and log_probability < LOWEST_LOG_PROBABILITY


def doubt_about_words(log_probability: float | None) -> str:
    """Why the words cannot be trusted; empty where they can, and where nothing is known."""
    if log_probability is None or not is_doubtful(log_probability):
        return ""
    return (
        f"language or audio doubtful (mean log-probability {log_probability:.2f}, "
        f"under {LOWEST_LOG_PROBABILITY:.2f})"
    )
