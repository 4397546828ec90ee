#!/bin/sh
# Makes the sample letters in the formats that letters come in: tests/formats/CASE.docx, .doc, .rtf,
# .pdf and .html from tests/cases/CASE/letter.txt, with LibreOffice.
#
#   scripts/make-formats.sh              those that are missing
#   scripts/make-formats.sh CASE...      these, whether they are there or not
#
# Needs Python 3 and LibreOffice Writer (Debian: apt-get install --no-install-recommends
# libreoffice-writer-nogui fonts-liberation fonts-droid-fallback fonts-hosny-amiri). The fonts hold
# the Latin, Cyrillic, Chinese and Arabic letters that PDF files embed.
set -eu

cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ $# = 0 ]; then
    for case in tests/cases/*/; do
        case=$(basename "$case")
        [ -e "tests/formats/$case.docx" ] || [ ! -e "tests/cases/$case/letter.txt" ] || set -- "$@" "$case"
    done
fi
[ $# != 0 ] || { echo "nothing is missing"; exit 0; }

command -v soffice > /dev/null || { echo "soffice is missing; install LibreOffice Writer" >&2; exit 2; }
for case in "$@"; do
    python3 scripts/make_formats.py "tests/cases/$case/letter.txt" > "$work/$case.fodt"
done

mkdir -p tests/formats
make() {
    soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$1" \
        --outdir "$work/out" "$work"/*.fodt > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 2; }
}
make 'docx:MS Word 2007 XML'
make 'doc:MS Word 97'
make 'rtf:Rich Text Format'
make 'pdf:writer_pdf_Export'
make 'html:XHTML Writer File'
mv "$work"/out/*.html "$work"
cp "$work"/out/* tests/formats
make 'html:HTML (StarWriter)'
# The two kinds of HTML that LibreOffice writes, by turns.
turn=0
for case in "$@"; do
    if [ $((turn % 2)) = 0 ]; then from=$work/out; else from=$work; fi
    cp "$from/$case.html" tests/formats
    turn=$((turn + 1))
done
ls tests/formats | wc -l
