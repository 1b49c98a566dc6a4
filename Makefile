# A thin layer over start.py, which also runs without make: py start.py lab
PY ?= python3
PORT =
CASE =
ARGS =

.PHONY: help lab app doctor report site classroom test test-wide lint format bench lock

help:
	@$(PY) start.py --help

lab:
	@$(PY) start.py lab $(if $(PORT),--port $(PORT) )$(ARGS)

app:
	@$(PY) start.py app $(if $(PORT),--port $(PORT) )$(if $(CASE),--case $(CASE) )$(ARGS)

report site:
	@$(PY) start.py $@ $(if $(CASE),--case $(CASE) )$(ARGS)

doctor classroom test test-wide lint format bench lock:
	@$(PY) start.py $@ $(ARGS)
