#!/usr/bin/env python3
"""Lays a sample letter out as an OpenDocument text, on standard output.

Lines become paragraphs; lines with cells, tables; numbered lines and lines after dashes, lists that
number themselves; `[footnoteRef:1] [1: words]`, a footnote. Every page has a footer, every page after
the first a header with its number.

    make_formats.py NAME FILE    NAME ends in the language of the letter in FILE
"""

import re
import sys
from pathlib import Path
from xml.sax.saxutils import escape

ITEM = re.compile(r"^(?:(?P<bullet>[-•])|(?P<number>\d{1,2})(?P<after>[.)]?)|(?P<letter>[a-z])\))\t(?P<words>.*)$")
NOTE = re.compile(r"\[footnoteRef:(\d+)\] ?\[\1: ?\s*([^\]]*)\] ?")
BOOKMARK = re.compile(r"\[bookmark: *([^\]]*)\]")
LINK = re.compile(r"https?://[^\s<，。；）)]*[A-Za-z0-9/]")

FOOTER = "International Telecommunication Union • Place des Nations • CH-1211 Geneva 20 • Switzerland"

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls>
<style:font-face style:name="Latin" svg:font-family="'Liberation Serif'"/><style:font-face style:name="Han" svg:font-family="'Droid Sans Fallback'"/><style:font-face style:name="Arabic" svg:font-family="Amiri"/>
</office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.15cm"/><style:text-properties style:font-name="Latin" style:font-name-asian="Han" style:font-name-complex="Arabic" fo:font-size="11pt" style:font-size-asian="11pt" style:font-size-complex="11pt" @LANGUAGE@/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Line" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties @DIRECTION@ fo:text-align="@ALIGN@"/></style:style>
<style:style style:name="Small" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="8pt"/></style:style>
<text:list-style style:name="Dash"><text:list-level-style-bullet text:level="1" text:bullet-char="-"><style:list-level-properties text:space-before="0cm" text:min-label-width="0.8cm"/></text:list-level-style-bullet></text:list-style>
<text:list-style style:name="Number"><text:list-level-style-number text:level="1" style:num-format="1"><style:list-level-properties text:min-label-width="0.8cm"/></text:list-level-style-number></text:list-style>
<text:list-style style:name="NumberPoint"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."><style:list-level-properties text:min-label-width="0.8cm"/></text:list-level-style-number></text:list-style>
<text:list-style style:name="NumberParenthesis"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=")"><style:list-level-properties text:min-label-width="0.8cm"/></text:list-level-style-number></text:list-style>
<text:list-style style:name="Letter"><text:list-level-style-number text:level="1" style:num-format="a" style:num-suffix=")"><style:list-level-properties text:min-label-width="0.8cm"/></text:list-level-style-number></text:list-style>
</office:styles>
<office:automatic-styles>
<style:style style:name="Table" style:family="table"><style:table-properties style:width="17cm" table:align="margins" @DIRECTION@/></style:style>
<style:style style:name="Wide" style:family="table-column"><style:table-column-properties style:column-width="8.5cm"/></style:style>
<style:style style:name="Narrow" style:family="table-column"><style:table-column-properties style:column-width="4cm"/></style:style>
<style:style style:name="Ruled" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border="@BORDER@"/></style:style>
<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2cm" fo:margin-right="2cm"/><style:header-style><style:header-footer-properties fo:min-height="0.5cm" fo:margin-bottom="0.4cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.5cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="Page"><style:header><text:p text:style-name="Small">- <text:page-number text:select-page="current">2</text:page-number> -</text:p></style:header><style:footer><text:p text:style-name="Small">@FOOTER@</text:p></style:footer></style:master-page>
<style:master-page style:name="First" style:page-layout-name="Page" style:next-style-name="Standard"><style:footer><text:p text:style-name="Small">@FOOTER@</text:p></style:footer></style:master-page>
</office:master-styles>
<office:body><office:text>
"""

TAIL = "</office:text></office:body></office:document>"


def inline(words):
    """Words with their tabs, notes, bookmarks and links as elements."""
    words = escape(words)

    def note(found):
        return (
            f'<text:note text:note-class="footnote"><text:note-citation>{found[1]}</text:note-citation>'
            f'<text:note-body><text:p text:style-name="Line">{found[2].strip()}</text:p></text:note-body></text:note>'
        )

    words = NOTE.sub(note, words)
    words = BOOKMARK.sub(lambda found: f'<text:bookmark text:name="{found[1]}"/>', words)
    words = LINK.sub(
        lambda found: f'<text:a xlink:type="simple" xlink:href="{found[0]}">{found[0]}</text:a>', words
    )
    return words.replace("\t", "<text:tab/>").replace("  ", " <text:s/>")


def paragraph(words):
    return f'<text:p text:style-name="Line">{inline(words)}</text:p>'


def item(found):
    start = ""
    if found["bullet"]:
        style = "Dash"
    elif found["letter"]:
        style = "Letter"
        start = f' text:start-value="{ord(found["letter"]) - 96}"'
    else:
        style = {"": "Number", ".": "NumberPoint", ")": "NumberParenthesis"}[found["after"]]
        start = f' text:start-value="{found["number"]}"'
    return (
        f'<text:list text:style-name="{style}"><text:list-item{start}>'
        f'{paragraph(found["words"])}</text:list-item></text:list>'
    )


def table(lines):
    rows = [line.split("\t") for line in lines]
    columns = max(len(row) for row in rows)
    xml = ['<table:table table:style-name="Table">']
    for column in range(columns):
        style = "Wide" if column == columns - 1 and columns < 4 else "Narrow"
        xml.append(f'<table:table-column table:style-name="{style}"/>')
    for row in rows:
        row += [""] * (columns - len(row))
        cells = "".join(
            f'<table:table-cell table:style-name="Ruled" office:value-type="string">{paragraph(cell)}</table:table-cell>'
            for cell in row
        )
        xml.append(f"<table:table-row>{cells}</table:table-row>")
    xml.append("</table:table>")
    return "".join(xml)


def blocks(text):
    """Runs of lines with cells, and the lines between them."""
    cells = []
    for line in [*text.split("\n"), ""]:
        is_item = ITEM.match(line)
        if "\t" in line and not is_item and (cells or not line.startswith("\t")):
            cells.append(line)
            continue
        if len(cells) > 1:
            yield table(cells)
        elif cells:
            yield paragraph(cells[0])
        cells = []
        if is_item:
            yield item(is_item)
        elif line.strip():
            yield paragraph(line)


def main():
    name, path = sys.argv[1:]
    text = Path(path).read_text(encoding="utf-8-sig")
    language = name.rsplit("-", 1)[-1]
    body = list(blocks(text))
    # The first paragraph begins the first page, which has no number.
    first = body[0].replace('text:style-name="Line"', 'text:style-name="Opening"', 1)
    opening = (
        '<style:style style:name="Opening" style:family="paragraph" style:parent-style-name="Line" '
        'style:master-page-name="First"/>'
    )
    country = {"en": "GB", "fr": "FR", "es": "ES", "ru": "RU", "zh": "CN", "ar": "EG"}[language]
    kind = {"zh": "-asian", "ar": "-complex"}.get(language, "")
    head = HEAD.replace("<office:automatic-styles>\n", f"<office:automatic-styles>\n{opening}\n")
    # Tables of letterheads mostly have no lines; those of every third letter have some.
    has_lines = sum(name.encode()) % 3 == 0
    head = (
        head.replace("@FOOTER@", FOOTER)
        .replace("@BORDER@", "0.5pt solid #000000" if has_lines else "none")
        .replace(
            "@LANGUAGE@",
            f'fo:language{kind}="{language}" fo:country{kind}="{country}"'.replace("fo:language-", "style:language-").replace("fo:country-", "style:country-"),
        )
        .replace("@DIRECTION@", f'style:writing-mode="{"rl-tb" if language == "ar" else "lr-tb"}"')
        .replace("@ALIGN@", "right" if language == "ar" else "start")
    )
    sys.stdout.write(head + first + "\n".join(body[1:]) + TAIL)


main()
