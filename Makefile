# make demo   build the graph of seeds/ and its page
# make test   the tests, without the slow ones
# make lint   every check that runs no test
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint wheel-test clean
.DEFAULT_GOAL := demo

$(BIN)/python:
	$(PYTHON) -m venv .venv

# Stamps: set-up runs again only when the list of dependencies has changed.
.venv/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

.venv/.developing: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@ .venv/.installed

demo: .venv/.installed
	$(BIN)/kg build seeds/
	@echo "The network: $(CURDIR)/output/network.html (open it in a browser)"

test: .venv/.developing
	$(BIN)/pytest

lint: .venv/.developing
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

wheel-test: .venv/.developing
	$(BIN)/pytest -m slow tests/test_wheel.py

clean:
	rm -rf output dist build
