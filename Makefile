# A thin layer over start.py, which also runs without make: py start.py lab
PY ?= python3
PORT = 8888
ARGS =

.PHONY: help lab test test-wide lint format bench lock

help:
	@$(PY) start.py --help

lab:
	@$(PY) start.py lab --port $(PORT) $(ARGS)

test test-wide lint format bench lock:
	@$(PY) start.py $@ $(ARGS)
