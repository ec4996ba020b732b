"""How long `qa --help` takes, beside a Python that only imports typer.

python -m benchmarks.startup
"""

import subprocess
import sys
import time
from statistics import median

COMMANDS = {
    "python -c 'import typer'": ["-c", "import typer"],
    "qa --help": ["-m", "qa_toolkit", "--help"],
}


def seconds(arguments: list[str], times: int = 9) -> float:
    """Median wall time of a warm process."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        taken.append(time.perf_counter() - began)
    return median(taken[1:])


def main() -> None:
    """Print both times and their ratio."""
    took = {name: seconds(arguments) for name, arguments in COMMANDS.items()}
    for name, value in took.items():
        print(f"{name:26} {value * 1000:4.0f} ms")
    typer, qa = took.values()
    print(f"ratio {qa / typer:.2f}")


if __name__ == "__main__":
    main()
