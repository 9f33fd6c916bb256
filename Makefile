# Deep Learning for Biologists. `make` builds the lecture, `make help` lists the rest.

PYTHON ?= python3
QUALITY ?=
THEME ?=
ASPECT ?=
CHAPTERS ?=
JOBS ?=
VOICE ?=
SEED ?=
# On all cores; tests/conftest.py says which tests stay together in one process.
PYTEST_ARGS ?= -n auto --dist loadgroup

# Processes fill the cores; networks as small as ours gain nothing from threads.
export OPENBLAS_NUM_THREADS ?= 1

VENV := .venv
BIN := $(VENV)/bin
# Stamps: set-up is repeated only when the files that describe it change, and made anew
# in another folder (a copy, a new name) or with another Python (an upgrade).
INSTALLED := $(VENV)/.installed
INSTALLED_DEV := $(VENV)/.installed-dev
INSTALLED_VOICE := $(VENV)/.installed-voice
OWNER := import os, sys; own = b"\n".join([os.getcwdb(), \
  os.fsencode(os.path.realpath(sys.executable)), b"%d.%d" % sys.version_info[:2]])
IS_OWN := $(OWNER); sys.exit(open("$(INSTALLED)", "rb").read() != own)
# Asked of the Python that is there, and of that which the user names.
STALE := $(if $(wildcard $(INSTALLED)),$(shell { $(BIN)/python -ISc '$(IS_OWN)' && \
  $(if $(filter file,$(origin PYTHON)),:,$(PYTHON) -ISc '$(IS_OWN)'); } 2>/dev/null \
  || echo stale))

.DEFAULT_GOAL := lecture
.PHONY: lecture test test-fast fuzz check format bench listen system test-tools clean distclean help

lecture: $(if $(VOICE),$(INSTALLED_VOICE),$(INSTALLED)) ## Build the lecture into build/ (the default)
	@$(BIN)/python -m slides build $(CHAPTERS) $(if $(QUALITY),--quality $(QUALITY)) \
	  $(if $(THEME),--theme $(THEME)) $(if $(ASPECT),--aspect $(ASPECT)) \
	  $(if $(VOICE),--voice $(VOICE)) $(if $(JOBS),--jobs $(JOBS))

test: $(INSTALLED_DEV) test-tools ## Run all tests, rendering included
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

test-fast: $(INSTALLED_DEV) ## Run the tests that render nothing
	@$(BIN)/python -m pytest -m "not slow" $(PYTEST_ARGS)

fuzz: $(INSTALLED_DEV) test-tools ## Run the long trials; SEED=… repeats one
	@FUZZ=1 SEED=$(SEED) $(BIN)/python -m pytest $(PYTEST_ARGS) tests/fuzz

check: $(INSTALLED_DEV) ## Check format, lint and types
	@$(BIN)/ruff format --check
	@$(BIN)/ruff check
	@$(BIN)/python -m mypy

format: $(INSTALLED_DEV) ## Format the code and fix what lint can fix
	@$(BIN)/ruff check --fix-only
	@$(BIN)/ruff format

bench: $(INSTALLED_DEV) ## Run the benchmarks and print their tables; takes hours
	@$(BIN)/python benchmarks/training.py
	@$(BIN)/python benchmarks/rendering.py $(if $(CHAPTERS),--chapters $(CHAPTERS)) \
	  $(if $(QUALITY),--quality $(QUALITY))

listen: $(INSTALLED_DEV) ## Let a recogniser hear what the voice says, and print its table
	@$(BIN)/python benchmarks/listening.py $(if $(CHAPTERS),--chapters $(CHAPTERS)) \
	  $(if $(VOICE),--voice $(VOICE))

test-tools: ## Install the programs that only tests need: browser, office, Jekyll
	@for tool in $(TEST_PROGRAMS); do \
	  for name in $$(echo $${tool%%:*} | tr , ' '); do \
	    command -v $$name >/dev/null && continue 2; done; \
	  missing="$$missing $${tool##*:}"; done; \
	ruby -e 'gem "jekyll-commonmark"' 2>/dev/null \
	  || missing="$$missing ruby-jekyll-commonmark"; \
	! [ -x /sbin/ldconfig ] || /sbin/ldconfig -p | grep -q libEGL.so.1 \
	  || missing="$$missing $(QT_LIBRARIES)"; \
	[ -z "$$missing" ] || ( $(call apt_install,$$missing) ) \
	  || { echo "Some tests need: sudo apt install$$missing"; [ "$$CI" != true ]; }
	@[ -e $(AXE) ] || ! command -v npm >/dev/null \
	  || npm install --silent --no-save --prefix $(TOOLS) axe-core@4.14.1 \
	  || [ "$$CI" != true ]

clean: ## Remove everything built and every cache
	@rm -rf build .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info
	@find . -name $(VENV) -prune -o -name __pycache__ -prune -exec rm -rf {} +

distclean: clean ## Remove the virtual environment as well
	@rm -rf $(VENV)

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo '  make QUALITY=1080p60 THEME=light ASPECT=4:3 JOBS=2 CHAPTERS="neuron backpropagation"'
	@echo '  make VOICE=kokoro                # films that speak; or VOICE=kokoro/am_michael'
	@echo '  make test PYTEST_ARGS="-k gradient -x"'

# --- Set-up: each target above brings its own --------------------------------------

# manim draws with cairo and pango, whose Python bindings are compiled on install.
APT_PACKAGES := gcc libcairo2-dev libpango1.0-dev pkg-config python3-dev python3-venv

define SYSTEM_MESSAGE

Missing: a C compiler, pkg-config, cairo, pango, or Python's headers or venv.
Install them with the line for your system, then run make again:
  Debian, Ubuntu   sudo apt install $(APT_PACKAGES)
  Fedora           sudo dnf install gcc cairo-devel pango-devel pkgconf python3-devel
  Arch             sudo pacman -S gcc cairo pango pkgconf python
  macOS            brew install cairo pango pkgconf
endef
export SYSTEM_MESSAGE

define PYTHON_MESSAGE
Python 3.11 or newer is needed, and "$(PYTHON)" is missing or older.
If you have one under another name: make PYTHON=python3.12
endef
export PYTHON_MESSAGE

define FOLDER_MESSAGE
The path of this folder holds a sign that Python's installer cannot take, one of : $$ { }
Rename the folder, then run make again.
endef
export FOLDER_MESSAGE

# True if Python can make a virtual environment and compile an extension.
PYTHON_IS_WHOLE := import ensurepip, os, sys, sysconfig, venv; \
  sys.exit(not os.path.exists(sysconfig.get_path("include") + "/Python.h"))

# Programs that tests look at results with, by any of their names, and after the colon
# Debian's package.
TEST_PROGRAMS := git:git chromium,chromium-browser,google-chrome:chromium \
  soffice,libreoffice:libreoffice-impress pdftotext:poppler-utils jekyll:jekyll npm:npm
TOOLS := .cache/tools
AXE := $(TOOLS)/node_modules/axe-core/axe.min.js

# What Qt, which comes from PyPI, needs of the system.
QT_LIBRARIES := libegl1 libgl1 libpulse0 libxkbcommon0

# True after installing, false at once where it may not install.
apt_install = command -v apt-get >/dev/null || exit 1; \
  if [ "$$(id -u)" = 0 ]; then as=; else as="sudo -n"; $$as true 2>/dev/null || exit 1; fi; \
  echo "Installing $(1)"; \
  $$as apt-get update -q </dev/null && \
  $$as env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends \
    $(1) </dev/null

system: ## Check Python, compiler and libraries; install what is missing if allowed
	@case "$$(pwd -P)" in *[:\$$\{\}]*) echo "$$FOLDER_MESSAGE"; exit 1; esac
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo "$$PYTHON_MESSAGE"; exit 1; }
	@$(PYTHON) -c '$(PYTHON_IS_WHOLE)' 2>/dev/null && command -v cc >/dev/null \
	  && pkg-config --exists cairo pangocairo \
	  || ( $(call apt_install,$(APT_PACKAGES)) ) \
	  || { echo "$$SYSTEM_MESSAGE"; exit 1; }

PIP_INSTALL := $(BIN)/python -m pip install -q --disable-pip-version-check \
  --use-pep517 -c constraints.txt

$(INSTALLED): pyproject.toml constraints.txt $(if $(STALE),anew)
	@$(MAKE) --no-print-directory system
	@$(PYTHON) -m venv $(if $(STALE),--clear) $(VENV)
	@echo "Installing the lecture and what it needs into $(VENV)"
	@$(PIP_INSTALL) -e .
	@$(BIN)/python -ISc '$(OWNER); open("$@", "wb").write(own)'

.PHONY: anew
anew:
	@echo "$(VENV) is of another folder or another Python"

$(INSTALLED_VOICE): $(INSTALLED)
	@echo "Installing the voices into $(VENV)"
	@$(PIP_INSTALL) -e '.[voice]'
	@touch $@

$(INSTALLED_DEV): $(INSTALLED)
	@echo "Installing the tools for tests and checks into $(VENV)"
	@$(PIP_INSTALL) -e '.[dev,voice]'
	@touch $(INSTALLED_VOICE) $@
