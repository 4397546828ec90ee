#!/bin/sh
# Makes the sample letters in the formats that letters come in: tests/formats/NAME.docx, .doc, .rtf,
# .pdf and .html, with LibreOffice. NAME is a case with a tests/cases/NAME/letter.txt, or a letter of
# its own, tests/formats/NAME.txt.
#
#   scripts/make-formats.sh              the letters of tests/formats that lack a format
#   scripts/make-formats.sh NAME...      these, whether they are there or not
#
# Needs Python 3 and LibreOffice Writer (Debian: apt-get install --no-install-recommends
# libreoffice-writer-nogui fonts-liberation fonts-droid-fallback fonts-hosny-amiri). The fonts hold
# the Latin, Cyrillic, Chinese and Arabic letters that PDF files embed.
set -eu

cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ $# = 0 ]; then
    for name in $(cd tests/formats && ls -- *.txt *.docx | sed 's/\.[a-z]*$//' | sort -u); do
        for extension in docx doc rtf pdf html; do
            [ -e "tests/formats/$name.$extension" ] || { set -- "$@" "$name"; break; }
        done
    done
fi
[ $# != 0 ] || { echo "nothing is missing"; exit 0; }

command -v soffice > /dev/null || { echo "soffice is missing; install LibreOffice Writer" >&2; exit 2; }
for name in "$@"; do
    letter=tests/formats/$name.txt
    [ -e "$letter" ] || letter=tests/cases/$name/letter.txt
    python3 scripts/make_formats.py "$name" "$letter" > "$work/$name.fodt"
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
for name in "$@"; do
    if [ $((turn % 2)) = 0 ]; then from=$work/out; else from=$work; fi
    cp "$from/$name.html" tests/formats
    turn=$((turn + 1))
done
ls tests/formats | wc -l
