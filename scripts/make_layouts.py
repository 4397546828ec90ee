#!/usr/bin/env python3
"""Lays pages out in the ways that PDF files are hard to read in, as an OpenDocument text, on standard
output.

    make_layouts.py columns         two columns under a heading and a table, words divided, two pages
    make_layouts.py halves          two columns of short paragraphs, the heading in the middle
    make_layouts.py forms           Arabic typed in the forms that letters take beside each other
    make_layouts.py scan FILE       a page that is the picture in FILE (PNG)
"""

import base64
import sys
from pathlib import Path

NAMES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    }.items()
)

PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<office:document {names} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Latin" svg:font-family="'Liberation Serif'"/><style:font-face style:name="Arabic" svg:font-family="Amiri"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.15cm"/><style:text-properties style:font-name="Latin" style:font-name-complex="Arabic" fo:font-size="11pt" style:font-size-complex="11pt" fo:language="en" fo:country="US" style:language-complex="ar" style:country-complex="EG" fo:hyphenate="true"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Running" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="justify" fo:hyphenation-ladder-count="no-limit"/><style:text-properties fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:style>
<style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="14pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Small" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="8pt"/></style:style>
<style:style style:name="Right" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties style:writing-mode="rl-tb" fo:text-align="start"/></style:style>
</office:styles>
<office:automatic-styles>
<style:style style:name="Two" style:family="section"><style:section-properties text:dont-balance-text-columns="{unbalanced}"><style:columns fo:column-count="2" fo:column-gap="0.8cm"><style:column style:rel-width="1*" fo:end-indent="0.4cm"/><style:column style:rel-width="1*" fo:start-indent="0.4cm"/></style:columns></style:section-properties></style:style>
<style:style style:name="Table" style:family="table"><style:table-properties style:width="17cm" table:align="margins"/></style:style>
<style:style style:name="Ruled" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border="0.5pt solid #000000"/></style:style>
<style:style style:name="Picture" style:family="graphic"><style:graphic-properties style:wrap="none"/></style:style>
<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2cm" fo:margin-right="2cm"/><style:header-style><style:header-footer-properties fo:min-height="0.5cm" fo:margin-bottom="0.4cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.5cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
<style:page-layout style:name="Bare"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="0cm"/></style:page-layout>
</office:automatic-styles>
<office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="{layout}">{margins}</style:master-page>
</office:master-styles>
<office:body><office:text>{body}</office:text></office:body></office:document>"""

MARGINS = (
    '<style:header><text:p text:style-name="Small">Annex to TSB Circular 174 – page '
    '<text:page-number text:select-page="current">2</text:page-number></text:p></style:header>'
    '<style:footer><text:p text:style-name="Small">International Telecommunication Union • Place des Nations '
    "• CH-1211 Geneva 20 • Switzerland</text:p></style:footer>"
)

LEFT = """The telecommunication standardization advisory group considered the recommendations of the
correspondence activity concerning the interoperability of infrastructure for identification of
counterfeit equipment, and acknowledged the extraordinary contributions of administrations
representing developing countries. It established a coordination activity whose responsibilities
comprise the synchronization of implementation across the standardization organizations.
Participation is unrestricted, notwithstanding the administrative procedures that individual
organizations prescribe for representation in international collaboration."""

RIGHT = """Administrations, sector members and associates contemplating participation should communicate
the particulars of their representatives electronically. Interpretation requires corresponding
requests from administrations before the registration deadline of 14 February 2011. Supplementary
documentation, comprehensive accommodation particulars and transportation arrangements are available
electronically from the participating administration. The secretariat acknowledges registrations
individually and immediately."""


def paragraph(words, style="Running"):
    return f'<text:p text:style-name="{style}">{" ".join(words.split())}</text:p>'


def table(rows):
    cells = [
        "".join(
            f'<table:table-cell table:style-name="Ruled" office:value-type="string">{paragraph(cell, "Standard")}</table:table-cell>'
            for cell in row
        )
        for row in rows
    ]
    rows = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    return f'<table:table table:style-name="Table"><table:table-column table:number-columns-repeated="3"/>{rows}</table:table>'


def columns():
    """Numbered paragraphs, so that a test sees in which order they come."""
    body = [paragraph("REPORT OF THE ACTIVITY ON EQUIPMENT", "Heading")]
    body.append(
        table(
            [
                ["Meeting", "Place", "Dates"],
                ["First meeting", "Geneva, Switzerland", "14-18 March 2011"],
                ["Second meeting", "Tunis, Tunisia", "5-9 September 2011"],
            ]
        )
    )
    body.append(paragraph("", "Standard"))
    numbered = [f"Paragraph {n}. {LEFT if n % 2 else RIGHT}" for n in range(1, 15)]
    running = "".join(paragraph(words) for words in numbered)
    body.append(f'<text:section text:style-name="Two" text:name="Columns">{running}</text:section>')
    return "".join(body)


def halves():
    first = "".join(paragraph(f"Paragraph {n}. {LEFT}") for n in range(1, 5))
    second = "".join(paragraph(f"Paragraph {n}. {RIGHT}") for n in range(5, 9))
    return (
        paragraph("THE FIRST SUBJECT OF THIS ANNEX", "Heading")
        + f'<text:section text:style-name="Two" text:name="First">{first}</text:section>'
        + paragraph("THE SECOND SUBJECT OF THIS ANNEX", "Heading")
        + f'<text:section text:style-name="Two" text:name="Second">{second}</text:section>'
    )


def forms():
    # الرسالة المعممة, and لا as one sign: from U+FE70 on, each letter in the form it takes there.
    written = (
        "\uFE8D\uFEDF\uFEAE\uFEB3\uFE8E\uFEDF\uFE94 \uFE8D\uFEDF\uFEE4\uFECC\uFEE4\uFEE4\uFE94 174"
    )
    plain = "يسر الاتحاد الدولي للاتصالات أن يدعو إدارات الدول الأعضاء إلى الاجتماع المقبل في جنيف يوم 16 مارس 2011."
    joined = "\uFEFB \uFEF3\uFEE4\uFEDC\uFEE6 \uFE8D\uFEDF\uFE98\uFEB4\uFEA0\uFEF4\uFEDE"
    return "".join(paragraph(words, "Right") for words in [written, plain, joined])


def scan(file):
    picture = base64.b64encode(Path(file).read_bytes()).decode()
    return (
        '<text:p text:style-name="Standard"><draw:frame draw:style-name="Picture" draw:name="Scan" '
        'text:anchor-type="as-char" svg:width="20.9cm" svg:height="29.5cm"><draw:image>'
        f"<office:binary-data>{picture}</office:binary-data></draw:image></draw:frame></text:p>"
    )


def main():
    kind, *arguments = sys.argv[1:]
    body = {"columns": columns, "halves": halves, "forms": forms, "scan": scan}[kind](*arguments)
    page = PAGE.format(
        names=NAMES,
        body=body,
        layout="Bare" if kind == "scan" else "Page",
        margins="" if kind == "scan" else MARGINS,
        unbalanced="true" if kind == "columns" else "false",
    )
    sys.stdout.write(page)


main()
