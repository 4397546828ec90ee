#!/bin/sh
# Makes the PDF files of tests/layouts, whose pages are hard to read in one way each, with LibreOffice;
# scripts/make_layouts.py says what they are.
#
# Needs Python 3, LibreOffice Writer and pdftoppm (Debian: apt-get install --no-install-recommends
# libreoffice-writer-nogui hyphen-en-us fonts-liberation fonts-hosny-amiri poppler-utils).
set -eu

cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

make() {
    soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$1" \
        --outdir tests/layouts "$2" > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 2; }
}

mkdir -p tests/layouts
for layout in columns halves forms; do
    python3 scripts/make_layouts.py "$layout" > "$work/$layout.fodt"
    make 'pdf:writer_pdf_Export' "$work/$layout.fodt"
done

# The scan is a picture of a sample.
pdftoppm -r 150 -gray -png -singlefile \
    tests/formats/tsb-circular-new-joint-coordination-activity-en.pdf "$work/page"
python3 scripts/make_layouts.py scan "$work/page.png" > "$work/scan.fodt"
make 'pdf:writer_pdf_Export:{"UseLosslessCompression":{"type":"boolean","value":"true"}}' "$work/scan.fodt"

# A file that needs a password to be opened. (locked.docx was made by msoffcrypto-tool: -e -p secret.)
python3 scripts/make_layouts.py halves > "$work/locked.fodt"
make 'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"secret"}}' "$work/locked.fodt"
ls -l tests/layouts
