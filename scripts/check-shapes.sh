#!/bin/sh
# Checks the graphs of letters, laid together with the vocabulary, against ontology/shapes.ttl.
#
#   scripts/check-shapes.sh target/debug/circugraph [FOLDER...]
#
# The folders are tests/cases unless given. `scripts/setup.sh --shapes` fetches what this needs.
# rdflib does not know RDF 1.2, so which fact a reifier stands for is left out; what is said of the
# reifier is checked.
set -eu

cd "$(dirname "$0")/.."
program=$1
shift
[ $# -gt 0 ] || set -- tests/cases
tools=${CARGO_TARGET_DIR:-target}/tools
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$program" build --store "$work/store" "$@" 2> "$work/remarks" || {
    cat "$work/remarks" >&2
    exit 2
}
"$program" export --store "$work/store" --format nquads --output "$work/all.nq"

awk '$2 !~ /#reifies>$/' "$work/all.nq" > "$work/plain.nq"

echo "Shapes of the graphs of $*:"
"$tools/shapes/bin/python" tests/shacl.py \
    --shapes ontology/shapes.ttl --ontology ontology/circugraph.ttl "$work/plain.nq"
