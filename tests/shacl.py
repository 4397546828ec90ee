#!/usr/bin/env python3
"""Check graphs against Circugraph's shapes.

    python3 tests/shacl.py --shapes ontology/shapes.ttl --ontology ontology/circugraph.ttl FILE...

The files (.nq, .nt or .ttl) are laid together and checked as one graph. They must be free of
RDF 1.2 triple terms, which rdflib cannot read. Each violation is one line on stdout: the node, the
path and what to do; warnings go to stderr. Exit codes: 0 all conform, 1 some do not, 2 a file could
not be read. Needs Python 3.9 or later and `pip install pyshacl`.
"""

import argparse
import logging
import sys

from pyshacl import validate
from rdflib import SH, BNode, Dataset, Graph, Literal
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

FORMATS = {"nq": "nquads", "nt": "nt", "ttl": "turtle"}


def main():
    options = arguments()
    # rdflib logs a traceback for each ill-typed literal; the shapes report it in one line.
    logging.getLogger("rdflib").setLevel(logging.ERROR)
    try:
        data, graphs = read_together(options.files)
        shapes = Graph().parse(options.shapes, format="turtle")
        ontology = Graph().parse(options.ontology, format="turtle")
    except Exception as error:  # every parser of rdflib has exceptions of its own
        print(f"error: {error}", file=sys.stderr)
        return 2
    _, report, text = validate(
        data, shacl_graph=shapes, ont_graph=ontology, inference="none", advanced=False
    )
    if not isinstance(report, Graph):
        print(f"error: the shapes cannot be run: {text}", file=sys.stderr)
        return 2
    violations = sorted(lines(report, SH.Violation, shapes))
    for line in sorted(lines(report, SH.Warning, shapes)):
        print(f"warning: {line}", file=sys.stderr)
    for line in violations:
        print(line)
    if violations:
        return 1
    print(f"{graphs} graphs conform")
    return 0


def arguments():
    parser = argparse.ArgumentParser(description="Check graphs against Circugraph's shapes.")
    parser.add_argument("files", nargs="+", metavar="FILE", help="N-Quads, N-Triples or Turtle")
    parser.add_argument("--shapes", required=True, help="the SHACL shapes, in Turtle")
    parser.add_argument("--ontology", required=True, help="the ontology, in Turtle")
    return parser.parse_args()


def read_together(files):
    """All triples of the files in one graph, and how many graphs (named or not) they came from."""
    together, names = Graph(), set()
    for file in files:
        dataset = Dataset()
        dataset.parse(file, format=file_format(file))
        for subject, predicate, value, name in dataset.quads():
            together.add((subject, predicate, value))
            # The unnamed graph of each file counts as a graph of its own.
            names.add(file if name in (None, DATASET_DEFAULT_GRAPH_ID) else name)
    return together, len(names)


def file_format(file):
    extension = file.rsplit(".", 1)[-1]
    if extension not in FORMATS:
        raise ValueError(f"`{file}` is none of {', '.join(FORMATS)}; rename or convert it")
    return FORMATS[extension]


def lines(report, severity, shapes):
    """One line per distinct result: node, path, message."""
    for result in set(report.subjects(SH.resultSeverity, severity)):
        path = report.value(result, SH.resultPath)
        value = report.value(result, SH.value)
        parts = [shorten(report.value(result, SH.focusNode), shapes)]
        if path is not None:
            parts.append(shorten(path, shapes))
        message = str(report.value(result, SH.resultMessage))
        if path is not None and value is not None and not isinstance(value, BNode):
            message += f" (found {shorten(value, shapes)})"
        yield "  ".join([*parts, message])


def shorten(term, shapes):
    """A term as people write it, with the prefixes of the shapes and `id:`."""
    if isinstance(term, Literal):
        return term.n3(shapes.namespace_manager)
    prefixes = {"id": "https://w3id.org/circugraph/id/"}
    prefixes.update((prefix, str(base)) for prefix, base in shapes.namespaces())
    for prefix, base in prefixes.items():
        if str(term).startswith(base):
            return f"{prefix}:{str(term)[len(base):]}"
    return term.n3()


if __name__ == "__main__":
    sys.exit(main())
