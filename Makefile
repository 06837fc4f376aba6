# Two commands on a fresh machine: make demo, make test. Each sets up all it needs.
PYTHON ?= python3.11
PYTHON := $(shell command -v $(PYTHON) 2>/dev/null || command -v python3)
BIN := .venv/bin

.PHONY: demo test lint check browser interop docs benchmark lock format clean

demo: .venv/installed
	@$(BIN)/sayso demo --store demo-store

test: .venv/installed
	$(MAKE) --no-print-directory lint check
	$(BIN)/python scripts/smoke_wheel.py
	$(BIN)/pytest

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check:
	$(BIN)/python scripts/format_turtle.py --check
	$(BIN)/python scripts/index_questions.py --check
	$(BIN)/python scripts/make_context.py --check

format:
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python scripts/format_turtle.py --write
	$(BIN)/python scripts/index_questions.py
	$(BIN)/python scripts/make_context.py
	$(BIN)/python scripts/work_questions.py

benchmark: .venv/installed
	$(BIN)/python tests/benchmarks/build_folder.py

# Tools of other houses read what we write; what a registry does not have is skipped with the reason.
browser: .venv/installed
	-apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium >/dev/null
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[browser]'
	$(BIN)/pytest -m browser -rs tests/browser

interop: .venv/installed
	-apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
		raptor2-utils serdi virtuoso-opensource libapache-jena-java default-jre-headless libjgrapht-java >/dev/null
	-npm install --prefix tests/interop/node --no-audit --no-fund --silent
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[interop]'
	$(BIN)/pytest -m interop -rs tests/interop

# The ontology as pages for people (build/docs), the diagram, the worked questions, the notebook.
docs: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[docs]'
	$(BIN)/python scripts/make_docs.py
	$(BIN)/python scripts/work_questions.py
	$(BIN)/python scripts/run_notebook.py

lock: .venv/installed
	$(BIN)/python scripts/lock.py

.venv/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "sayso needs Python 3.11 or newer; this is " + sys.version)'
	@echo "Setting up .venv (once, about a minute) ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

clean:
	rm -rf .venv demo-store build dist
