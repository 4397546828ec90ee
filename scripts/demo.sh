#!/bin/sh
# Shows the program at work on the sample letters: each command is printed before it is run.
#
#   scripts/demo.sh target/debug/circugraph
set -eu

cd "$(dirname "$0")/.."
program=$1

main() {
    rm -rf demo
    mkdir demo

    title "The sample letters, read into a store on disk"
    printf '\n$ %s build tests/cases/*/letter.txt --store demo/store\n\n' "$program"
    "$program" build tests/cases/*/letter.txt --store demo/store

    title "Three questions, each answered with the words that prove it"
    run ask --store demo/store "Who chairs JCA-Cloud?"
    run ask --store demo/store "Qui a signé la Circulaire TSB 14 ?"
    run ask --store demo/store "JCA-Cloud向谁报告？"

    title "What is around one group, drawn"
    run export --store demo/store --around JCA-Cloud --depth 1 --output demo/around.dot
    draw

    title "Next"
    echo "  $program query --list                 what can be asked"
    echo "  $program ask --store demo/store \"…\"   a question of your own"
    echo "  $program build YOUR-LETTERS/          a store of your own letters"
}

title() {
    printf '\n== %s ==\n' "$1"
}

# Prints a command as it would be typed, then runs it.
run() {
    printf '\n$ %s' "$program"
    for argument in "$@"; do
        case $argument in
            *[!A-Za-z0-9./_-]*) printf ' "%s"' "$argument" ;;
            *) printf ' %s' "$argument" ;;
        esac
    done
    printf '\n\n'
    "$program" "$@"
}

draw() {
    if ! command -v dot > /dev/null 2>&1; then
        echo "demo/around.dot is written; Graphviz (\`dot\`) would draw it"
        return
    fi
    printf '\n$ dot -Tsvg demo/around.dot -o demo/around.svg\n'
    dot -Tsvg demo/around.dot -o demo/around.svg
    echo
    echo "demo/around.svg is drawn; open it in a browser"
}

main
