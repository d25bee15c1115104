# What to do with this checkout. Every target says in one line what it is for: `make help`.
.DEFAULT_GOAL := help
.PHONY: help run test lint format score bench samples docs picture lock clean

BIN := .venv/bin
PAGE := out/lantu.html
SAMPLES := $(wildcard samples/*.txt samples/*.docx samples/*.pdf samples/*.html)
#: The files that `make run` reads.
DOCS ?= $(SAMPLES)
#: More for pytest: make test ARGS="-k spans"
ARGS ?=

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: ## Read the sample documents, or DOCS="a.docx b.pdf", into a page that shows what they promise
	@tools/environment .venv runtime
	@mkdir -p $(dir $(PAGE)) && rm -f $(PAGE)
	@status=0; $(BIN)/lantu extract $(DOCS) --format html -o $(PAGE) || status=$$?; \
	if [ -f $(PAGE) ]; then \
		$(BIN)/python -c "import pathlib; print('打开 Open:', pathlib.Path('$(PAGE)').resolve().as_uri())"; \
	fi; exit $$status

test: ## Set up everything that is needed, then run ruff, mypy, the layer contract and all tests
	@tools/environment .venv dev
	@tools/programs
	@$(MAKE) --no-print-directory lint
	$(BIN)/pytest -q -n auto $(ARGS)

lint: ## Run ruff, mypy --strict and the layer contract
	@tools/environment .venv dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: ## Let ruff format the code and mend what it can
	@tools/environment .venv dev
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

score: ## Compare extraction with the hand annotations in ../shared/gold and rewrite docs/accuracy.md
	@tools/environment .venv dev
	$(BIN)/python -m benchmarks.score

bench: ## Measure speed beside other libraries, a plain regular expression and stated bounds, and rewrite docs/speed.md
	@tools/environment .venv-bench bench
	@status=0; \
	.venv-bench/bin/python -m benchmarks.speed || status=$$?; \
	.venv-bench/bin/python -m benchmarks.ledger || status=$$?; exit $$status

samples: ## Build the sample documents from samples/source
	@tools/environment .venv dev
	$(BIN)/python -m samples.build

docs: ## Rewrite the pages of docs/reference that follow from the code
	@tools/environment .venv dev
	$(BIN)/python tools/reference.py

picture: ## Take the picture in the README anew
	@tools/environment .venv dev
	@tools/programs
	$(BIN)/python tools/picture.py

lock: ## Rewrite the lock files in requirements/ (ARGS=--upgrade takes newer versions)
	@test -x .venv-lock/bin/uv || { python3 -m venv .venv-lock && .venv-lock/bin/python -m pip install --quiet uv; }
	@tools/lock $(ARGS)

clean: ## Remove the environments, caches and results
	rm -rf .venv .venv-bench .venv-lock out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
