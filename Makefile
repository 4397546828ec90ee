# `make` lists what can be made. The demo and the tests share one profile, so that RocksDB, which takes
# most of a first build, is compiled once.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo build test shapes lint bench setup setup-tests

TARGET := $(or $(CARGO_TARGET_DIR),target)
# What cargo has to know of this machine; written by scripts/setup.sh.
READY = . $(if $(filter /%,$(TARGET)),,./)$(TARGET)/build.env &&

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

demo: build ## Build the program, read the sample letters, ask three questions, draw a neighbourhood
	@scripts/demo.sh $(TARGET)/debug/circugraph

build: setup ## Build the program: target/debug/circugraph
	$(READY) cargo build

test: setup-tests ## Run all tests, and check the samples' graphs against the shapes
	$(READY) cargo test
	@scripts/check-shapes.sh $(TARGET)/debug/circugraph

shapes: setup-tests build ## Check the samples' graphs against the shapes, and nothing else
	@scripts/check-shapes.sh $(TARGET)/debug/circugraph

lint: setup ## Check the format, Clippy's remarks and the documentation
	cargo fmt --check
	$(READY) cargo clippy --all-targets -- -D warnings
	$(READY) RUSTDOCFLAGS="-D warnings" cargo doc --no-deps

bench: ## Measure the speed of the passes (in memory, so RocksDB is not needed)
	cargo bench --bench bench --no-default-features

setup: ## Find or fetch what a build needs
	@scripts/setup.sh

setup-tests:
	@scripts/setup.sh --shapes
