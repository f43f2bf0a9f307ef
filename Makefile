# Two commands for newcomers: `make site` and `make test`. Both work from any folder (make -C …) and, once they
# have run, without a network.

ROOT := $(dir $(abspath $(lastword $(MAKEFILE_LIST))))
VENV := $(ROOT).venv
BIN := $(VENV)/bin
PYTHON ?= python3
SEQUENCES ?= 5000
EDITS ?= 12

.PHONY: site test check format docs messages bench-serve clean mutants soak soak-kill
.DEFAULT_GOAL := site

site: $(VENV)/.installed            ## build content/ into site/
	$(BIN)/dateline build --root $(ROOT)

test: $(VENV)/.installed-for-tests  ## run the test suite
	cd $(ROOT) && $(BIN)/python -m pytest -n auto --dist worksteal

check: $(VENV)/.installed-for-tests ## everything a change must pass: format, lint, types, contracts, docs, tests
	cd $(ROOT) && $(BIN)/ruff format --check generator tests .ci
	cd $(ROOT) && $(BIN)/ruff check generator tests .ci
	cd $(ROOT) && $(BIN)/mypy
	cd $(ROOT) && $(BIN)/lint-imports
	$(BIN)/dateline check --strict --root $(ROOT)
	$(MAKE) -C $(ROOT) test

format: $(VENV)/.installed-for-tests ## format and mend what can be mended
	cd $(ROOT) && $(BIN)/ruff format generator tests .ci
	cd $(ROOT) && $(BIN)/ruff check --fix generator tests .ci

docs: $(VENV)/.installed            ## write the pages of docs/ that are made from tables in the code
	cd $(ROOT) && $(BIN)/python -m generator.diagnostics.reference > docs/diagnostics.md
	cd $(ROOT) && $(BIN)/python -m generator.reading.reference docs/content-model.md
	cd $(ROOT) && $(BIN)/python -m generator.exports.reference docs/data.md

messages: $(VENV)/.installed         ## bring the catalogues of the site's own words up to date with the code
	cd $(ROOT) && $(BIN)/python -m generator.rendering.messages

bench-serve: $(VENV)/.installed-for-tests ## measure the preview at 10,000 events, in a browser (five minutes)
	cd $(ROOT) && $(BIN)/python -m tests.benches.preview

soak: $(VENV)/.installed-for-tests  ## 5,000 sequences of 12 random edits, incremental against clean: hours
	cd $(ROOT) && $(BIN)/python -m tests.site.soak --sequences $(SEQUENCES) --edits $(EDITS)

mutants: $(VENV)/.installed-for-tests ## drop each kind of dependency in turn: which random edits find it (minutes)
	cd $(ROOT) && $(BIN)/python -m tests.site.mutants

soak-kill: $(VENV)/.installed-for-tests ## kill, stop or refuse something to a build at every system call: an hour
	cd $(ROOT) && $(BIN)/python -m tests.site.kill_points

clean:                              ## remove the environment, the cache and the built site
	rm -rf $(VENV) $(ROOT).dateline
	find $(ROOT)site -mindepth 1 -not -name .gitignore -delete

$(VENV)/.installed: $(ROOT)pyproject.toml $(ROOT).ci/constraints.txt
	$(ROOT).ci/environment $(PYTHON) $(VENV) all
	touch $@

$(VENV)/.installed-for-tests: $(VENV)/.installed $(ROOT).ci/checkers/package-lock.json $(ROOT).ci/checkers/readers.txt
	$(ROOT).ci/environment $(PYTHON) $(VENV) all,test
	$(ROOT).ci/checkers/install $(BIN)/python
	touch $@

# Measuring. Peers are installed once, into .bench/; Eleventy needs Node and npm.
.PHONY: bench bench-scale bench-stages bench-cluster lighthouse weights
EVENTS ?= 10000
ROUNDS ?= 3
SIZES ?= 1000,10000,50000

bench: $(VENV)/.installed           ## measure Dateline beside Hugo, Eleventy and Pelican
	cd $(ROOT) && $(BIN)/python -m tests.benches.compare --events $(EVENTS) --rounds $(ROUNDS)

bench-scale: $(VENV)/.installed     ## measure clean builds of growing sites
	cd $(ROOT) && $(BIN)/python -m tests.benches.scale --sizes $(SIZES)

bench-stages: $(VENV)/.installed    ## measure where the time of a clean build goes
	cd $(ROOT) && $(BIN)/python -m tests.benches.stages --events $(EVENTS)

bench-cluster: SIZES := 1000,10000
bench-cluster: $(VENV)/.installed   ## measure a Dask cluster on this machine
	cd $(ROOT) && $(BIN)/python -m tests.benches.cluster --sizes $(SIZES)

lighthouse: $(VENV)/.installed      ## look at four pages with Lighthouse, which is installed once, into .bench/; Chromium, Node and npm
	cd $(ROOT) && $(BIN)/python -m tests.benches.quality --rounds $(ROUNDS)

weights: $(VENV)/.installed-for-tests ## weigh a page of each kind, and move the time axis of a large site
	cd $(ROOT) && $(BIN)/python -m tests.benches.weights --events $(EVENTS)
