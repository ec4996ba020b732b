# Complete on Debian 12 with python3.11, make and git; `make` alone lists what there is.

PYTHON ?= $(shell command -v python3.11 || echo python3)
BIN := .venv/bin
# where `make demo` puts the example
DEMO ?= qa-demo
# requirements/*.txt are made for every system and Python from 3.11 on; UPGRADE=--upgrade renews all
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header $(UPGRADE)

.PHONY: help demo test engines check runtime dev lock bench clean
.NOTPARALLEL:

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

demo: runtime  ## from recordings and chats to coaching scorecards, on the shipped example
	$(BIN)/qa demo "$(DEMO)"

test: check  ## everything: the static checks, then all tests with branch coverage
	$(BIN)/pytest --cov --numprocesses auto --dist loadfile --no-loadscope-reorder

engines: dev  ## both local speech engines on the same weights, in .venv-torch (a gigabyte)
	$(BIN)/python tools/torch_environment.py
	.venv-torch/bin/python -m pytest tests/with_torch

check: dev  ## the static part: format, lint, types, layers, rubrics
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/qa rubric check rubrics/ examples/mystery/rubrics/ --fail-on info
	$(BIN)/qa rubric fmt --check rubrics/ examples/mystery/rubrics/
	$(BIN)/qa shop scenario check examples/mystery/scenarios --fail-on info

runtime:  ## make .venv hold what `qa` needs
	@"$(PYTHON)" tools/bootstrap.py runtime

dev:  ## make .venv hold what working on the code needs, too
	@"$(PYTHON)" tools/bootstrap.py dev

# not through `dev`: after a change of pyproject.toml the old locks may not even install
lock:  ## compile requirements/ again after a change of dependencies
	@test -x $(BIN)/uv || "$(PYTHON)" tools/bootstrap.py runtime
	grep --only-matching '^uv==[0-9.]*' requirements/bootstrap.txt \
		| $(COMPILE) --output-file requirements/bootstrap.txt -
	$(COMPILE) pyproject.toml --extra all --group build --output-file requirements/runtime.txt
	$(COMPILE) pyproject.toml --extra all --extra multilingual --extra parquet --group build --group test \
		--constraint requirements/runtime.txt --output-file requirements/dev.txt
	for name in torch torch-old; do $(COMPILE) --no-deps requirements/$$name.in \
		--output-file requirements/$$name.txt; done

bench: dev  ## measure on a folder of references with speech/ and chats/: make bench DATA=FOLDER
	@test -d "$(DATA)" || { echo "say where the data is: make bench DATA=FOLDER"; exit 2; }
	$(BIN)/python -m benchmarks.startup
	$(BIN)/python -m benchmarks.rubric_check
	$(BIN)/python -m benchmarks.export
	$(BIN)/python -m benchmarks.shop_plan
	$(BIN)/python -m benchmarks.shop_copies
	$(BIN)/python -m benchmarks.transcription --data "$(DATA)/speech"
	$(BIN)/python -m benchmarks.filter "$(DATA)/chats/care_threads.jsonl.gz"
	$(BIN)/python -m benchmarks.scoring "$(DATA)/chats/care_threads.jsonl.gz"

clean:  ## remove the environments and all that tools leave behind
	rm -rf .venv .venv-torch .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -rf .coverage .coverage.* build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
