"""What it costs to compare one log with those that were handed in before, in seconds of the processor.

    python -m benchmarks.shop_copies

Logs have a story of 120 words and 14 comments of 10 or 20, drawn from few wordings: nearly all share
rows of words with the one that is compared, which is the slowest case.
"""

import json
import random
import time
from datetime import UTC, datetime, timedelta

from qa_toolkit.domain.shop.log import Observation, ShopLog
from qa_toolkit.shops.checks.earlier import EarlierLog, earlier_of
from qa_toolkit.store.shop_records import dump_log, load_log_text

SIZES = (1_000, 3_000, 10_000)
SHOPPERS = 40
START = datetime(2026, 1, 5, tzinfo=UTC)


def main() -> None:
    """Print one line a number of logs."""
    draw = random.Random("benchmark")  # noqa: S311 - invented texts
    rows = [" ".join(f"word{draw.randrange(400)}" for _ in range(5)) for _ in range(2_000)]
    for size in SIZES:
        texts = [json.dumps(dump_log(_log(number, rows, draw))) for number in range(size)]
        start = time.process_time()
        logs = [load_log_text(text) for text in texts]
        read = time.process_time()
        earlier_of((_earlier(one, number) for number, one in enumerate(logs)), logs[:1])
        compared = time.process_time()
        print(f"{size:>6,} logs: read {read - start:.2f} s, compared {compared - read:.2f} s")


def _log(number: int, rows: list[str], draw: random.Random) -> ShopLog:
    def text(words: int) -> str:
        return " ".join(draw.choices(rows, k=words // 5)) + "."

    return ShopLog(
        shop=f"s{number}",
        scenario_hash="f0",
        shopper=f"shopper{number % SHOPPERS}",
        narrative=text(120),
        comments={f"section{place}": text(20) for place in range(4)},
        observations=tuple(
            Observation(question=f"q{place}", answer="yes", comment=text(10)) for place in range(10)
        ),
    )


def _earlier(log: ShopLog, number: int) -> EarlierLog:
    at = START + timedelta(minutes=number)
    return EarlierLog(shop=log.shop, shopper=log.shopper, scenario="any", at=at, log=log)


if __name__ == "__main__":
    main()
