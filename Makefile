# Every command a person or a machine needs. The text after ## is the target's line of help.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve test test-all check bench demo published clean distclean browser

PYTHON ?= python3
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# .venv/ holds all that is installed; an empty file in it says for which lock file. A changed lock installs anew.
IN := .venv/bin/
INSTALL := $(IN)python -m pip install --quiet --require-hashes -r

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: .venv/.site ## build the site into site/
	@$(IN)python scripts/build.py build

serve: .venv/.site ## build, show the site in a browser, and build again at each edit
	@$(IN)python scripts/build.py serve

test: .venv/.tools browser ## run the tests, in a real browser too
	@$(IN)pytest -m "not slow"

test-all: .venv/.tools browser ## run all tests, with the slow ones, and tell the coverage
	@$(IN)pytest --cov

check: .venv/.tools ## check style, types, content and spelling; changes nothing
	$(IN)ruff check
	$(IN)ruff format --check
	$(IN)mypy
	PYTHONPATH=scripts $(IN)lint-imports --no-cache
	PATH="$(CURDIR)/.venv/bin:$$PATH" .venv/tools/node_modules/.bin/biome ci --error-on-warnings
	PATH="$(CURDIR)/.venv/bin:$$PATH" .venv/tools/node_modules/.bin/tsc -p .
	PATH="$(CURDIR)/.venv/bin:$$PATH" .venv/tools/node_modules/.bin/tsc -p scripts/footing/browser
	PATH="$(CURDIR)/.venv/bin:$$PATH" .venv/tools/node_modules/.bin/stylelint "docs/assets/css/**/*.css"
	$(IN)python scripts/build.py check
	$(IN)codespell

bench: .venv/.site ## measure the build against a bare Material site of the same Markdown
	@$(IN)python -m tests.bench

published: .venv/.site ## add the site's new addresses to the list of those that must answer for ever
	@$(IN)python scripts/build.py published

demo: .venv/.dev browser ## record the README's moving picture of a guided session
	@$(IN)python scripts/build.py build
	@$(IN)python -m tests.support.demo

clean: ## remove all that was built; what is installed stays
	rm -rf site .footing docs/exercises docs/week docs/assets/made docs/exercises.json
	rm -rf .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find scripts tests -name __pycache__ -prune -exec rm -rf {} +

distclean: clean ## remove what is installed as well
	rm -rf .venv

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "This needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

.venv/.site: requirements.lock | .venv/bin/python
	$(INSTALL) requirements.lock
	@touch $@

.venv/.dev: requirements-dev.lock .venv/.site
	$(INSTALL) requirements-dev.lock
	@touch $@

# The HTML validator and the linters of scripts and styles come from npm, with the node that the lock file brought.
.venv/.tools: tests/support/package-lock.json tests/support/package.json .venv/.dev
	@mkdir -p .venv/tools && cp tests/support/package.json tests/support/package-lock.json .venv/tools/
	PATH="$(CURDIR)/.venv/bin:$$PATH" $(IN)npm ci --prefix .venv/tools --ignore-scripts --no-audit --no-fund --loglevel error
	@touch $@

browser: .venv/.dev
	@$(IN)python tests/support/browser.py
