# Everything that is done with this project. `make help` lists it.

UV_VERSION := 0.13.9
VENV := .venv
PY := $(VENV)/bin/python
RUN_STAMP := $(VENV)/set-up-for-run
DEV_STAMP := $(VENV)/set-up-for-dev
# More arguments: make site ARGS="--as-of 2026-12-31", make test ARGS="--no-cov -k timeline"
ARGS :=

# Both stamps fill one environment.
.NOTPARALLEL:
.PHONY: help setup setup-dev site test check format lock clean

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | \
		while IFS='|' read -r name text; do printf '  make %-10s %s\n' "$$name" "$$text"; done

setup: $(RUN_STAMP) ## Install what building the site needs

setup-dev: $(DEV_STAMP) ## Install what the tests and checks need as well

site: $(RUN_STAMP) ## Build the site (ARGS= are passed on)
	$(PY) build.py $(ARGS)

# Pytest comes last, so that its closing line closes the output.
test: check ## Run the checks and all tests (ARGS= are passed to pytest)
	$(PY) -m pytest -n auto --cov --cov-report=term $(ARGS)

check: $(DEV_STAMP) ## Lint, check types, layers, spelling and fragment names
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check
	$(PY) -m mypy
	$(VENV)/bin/lint-imports --no-logo
	$(VENV)/bin/codespell
	$(PY) -m towncrier build --draft --version next >/dev/null

format: $(DEV_STAMP) ## Format the code and mend what can be mended
	$(VENV)/bin/ruff check --fix
	$(VENV)/bin/ruff format

# Universal: one lock for every Python and system that pyproject.toml admits. No header
# and no index, so that a lock names neither a host nor a path.
UV_COMPILE := $(VENV)/bin/uv pip compile --quiet --no-config --universal \
	--python-version 3.11 --generate-hashes --no-header --group build $(ARGS)

lock: $(DEV_STAMP) ## Write requirements/ anew (ARGS=--upgrade takes the newest versions)
	$(PY) -m pip install --quiet --quiet uv==$(UV_VERSION)
	$(UV_COMPILE) --output-file requirements/run.txt pyproject.toml
	$(UV_COMPILE) --constraints requirements/run.txt --group dev \
		--output-file requirements/dev.txt pyproject.toml

clean: ## Remove the environment, the site and all caches
	rm -rf $(VENV) build dist htmlcov .coverage .hypothesis .import_linter_cache \
		.mypy_cache .pytest_cache .ruff_cache
	find site -mindepth 1 ! -name .gitignore -delete
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUN_STAMP): requirements/run.txt scripts/setup.sh
	sh scripts/setup.sh run
	@touch $@

$(DEV_STAMP): requirements/dev.txt scripts/setup.sh
	sh scripts/setup.sh dev
	@touch $(RUN_STAMP) $@
