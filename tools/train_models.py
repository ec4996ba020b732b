"""Learn the models that ship from rated items, and measure how far they agree with people.

    python tools/train_models.py FOLDER [NAME …]      write qa_toolkit/scoring/models/NAME.json
    python tools/train_models.py FOLDER --check       exit 1 when a file would change

FOLDER holds the rated items (`*.jsonl`, `*.jsonl.gz`). The same items give the same bytes.

Each model is a logistic regression with a ridge penalty. Every corpus has an intercept of its own
while weights are learned: what differs between communities is no behaviour. Figures are five-fold:
of items that were not seen in training.
"""

import argparse
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import rated_items
import recipes
from learning import learn
from recipes.recipe import Recipe

from qa_toolkit.files import replacing
from qa_toolkit.scoring.models import write_model

MODELS = Path(__file__).resolve().parent.parent / "qa_toolkit" / "scoring" / "models"


def known_recipes() -> list[Recipe]:
    """The recipes of all modules in `recipes`."""
    names = sorted(found.name for found in iter_modules(recipes.__path__) if found.name != "recipe")
    return [import_module(f"recipes.{name}").RECIPE for name in names]


def main() -> int:
    """Write the model files, or check them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args()
    tasks = rated_items.load(chosen.folder)
    changed = []
    for recipe in known_recipes():
        if chosen.names and recipe.name not in chosen.names:
            continue
        model = learn(recipe, tasks)
        text, path = write_model(model), MODELS / f"{recipe.name}.json"
        for measured in model.agreement:
            print(
                f"{model.name:24} {measured.task:26} {measured.how:14} {measured.items:6,} items  "
                f"AUC {measured.auc:.3f} [{measured.low:.3f}, {measured.high:.3f}]"
            )
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            changed.append(recipe.name)
            if not chosen.check:
                with replacing(path, hint="is the folder writable?") as file:
                    file.write(text.encode())
    print(f"changed: {', '.join(changed) or 'none'}")
    return int(chosen.check and bool(changed))


if __name__ == "__main__":
    sys.exit(main())
