# Everything a person needs, each target a few plain commands (README.md shows them).
.PHONY: demo test coverage lint format serve postgres lock clean
.DEFAULT_GOAL := demo

PORT ?= 8000
POSTGRES_PORT ?= 54329
BIN := .venv/bin
# Sign-in on one's own machine survives a restart by this key, made once and kept out of the repository.
LOCAL = COMMUNIQUE_LOCAL=1 DATABASE_URL= SECRET_KEY="$$(cat .local-secret-key)"

demo: .venv/.runtime .local-secret-key
	@$(BIN)/python -m config.demo --check-port $(PORT)
	@$(LOCAL) $(BIN)/python manage.py migrate --verbosity 0
	@$(LOCAL) $(BIN)/python manage.py rebuild_edition --if-stale
	@$(LOCAL) $(BIN)/python manage.py fill_desk_search
	@$(LOCAL) $(BIN)/python manage.py load_reference
	@$(LOCAL) $(BIN)/python manage.py load_demo
	@$(LOCAL) $(BIN)/python manage.py make_demo_accounts
	@$(LOCAL) exec $(BIN)/python -m config.demo $(PORT)

test: .venv/.dev
	@bin/test

# The suite on both databases, with the lines and branches that it ran.
coverage: .venv/.dev
	@COVERAGE=1 bin/test

lint: .venv/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	COMMUNIQUE_LOCAL=1 DATABASE_URL= $(BIN)/python manage.py makemigrations --check --dry-run
	@# Production settings with a key made for this check; the warnings of check --deploy are failures.
	SECRET_KEY=$$(od -An -N64 -tx1 /dev/urandom | tr -d ' \n') ALLOWED_HOSTS=communique.example DATABASE_URL= \
	    COMMUNIQUE_LOCAL= DEBUG= $(BIN)/python -W error manage.py check --deploy --fail-level WARNING

format: .venv/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# For work on the code: reloads by itself and shows errors in full.
serve: .venv/.dev .local-secret-key
	@$(LOCAL) DEBUG=1 $(BIN)/python manage.py migrate --verbosity 0
	@$(LOCAL) DEBUG=1 $(BIN)/python manage.py rebuild_edition --if-stale
	@$(LOCAL) DEBUG=1 $(BIN)/python manage.py fill_desk_search
	@$(LOCAL) DEBUG=1 $(BIN)/python manage.py runserver 127.0.0.1:$(PORT)

# A throw-away server that `make test` can use again and again; stop it by bin/postgres stop.
postgres:
	@echo "export TEST_POSTGRESQL_URL=$$(bin/postgres start $${TMPDIR:-/tmp}/communique-postgres $(POSTGRES_PORT))"

# After a change to requirements*.txt.
lock: .venv/.dev
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	    requirements.txt -o requirements.lock
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	    requirements-dev.txt -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf .venv staticfiles .pytest_cache .ruff_cache .hypothesis .coverage htmlcov build test*.sqlite3*

.venv/bin/python:
	@python=$$(bin/find-python) && "$$python" -m venv --clear .venv

.venv/.runtime: requirements.lock | .venv/bin/python
	@echo "Installing the requirements into .venv"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/.dev: requirements-dev.lock | .venv/bin/python
	@echo "Installing the requirements for development into .venv"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

.local-secret-key:
	@umask 077; od -An -N64 -tx1 /dev/urandom | tr -d ' \n' >$@
