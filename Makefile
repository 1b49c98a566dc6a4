# A thin layer over start.py, which also runs without make: py start.py lab
PY ?= python3
PORT = 8888
CASE =
ARGS =

.PHONY: help lab report site test test-wide lint format bench lock

help:
	@$(PY) start.py --help

lab:
	@$(PY) start.py lab --port $(PORT) $(ARGS)

report site:
	@$(PY) start.py $@ $(if $(CASE),--case $(CASE) )$(ARGS)

test test-wide lint format bench lock:
	@$(PY) start.py $@ $(ARGS)
