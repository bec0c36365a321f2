#!/usr/bin/env python3
"""Makes files that would do harm, opens each with the program, and prints a table: seconds, peak memory, what it said.

    python3 tests/hostile.py target/release/diptych > tests/hostile.md

The memory is the largest of the program and the process in which it reads the file. Needs Python alone; the files, some of
them 200 MB, are made in a temporary folder and go with it. Nothing here is timed by the tests: tests/hostile.rs holds
the same sorts of files to their sentences.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
import zlib
from pathlib import Path

MEGABYTE = 1_000_000
PROSE = (
    "The council kept the ferry on Monday, after a debate that went on until the lamps were lit, and nobody who had come "
    "to hear it went home. "
)
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def packed(path, parts, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", method) as container:
        for number, (name, part) in enumerate(parts):
            kind = zipfile.ZIP_STORED if number == 0 and name == "mimetype" else method
            with container.open(zipfile.ZipInfo(name) if kind == 0 else _info(name, kind), "w", force_zip64=True) as out:
                for piece in [part] if isinstance(part, (bytes, str)) else part:
                    out.write(piece.encode() if isinstance(piece, str) else piece)


def _info(name, kind):
    info = zipfile.ZipInfo(name)
    info.compress_type = kind
    return info


def word(path, body, more=()):
    document = body if not isinstance(body, str) else f"<w:document {WORD}><w:body>{body}</w:body></w:document>"
    packed(path, [("_rels/.rels", "<r/>"), ("word/document.xml", document), *more])


def paragraph(words):
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def odt(path, body):
    start = f"<office:d {ODF}><office:body><office:text>"
    end = "</office:text></office:body></office:d>"
    body = [body] if isinstance(body, str) else body
    packed(path, [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", [start, *body, end])])


def epub(path, page, spine='<itemref idref="a"/>', more=()):
    package = (
        '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        f"<spine>{spine}</spine></package>"
    )
    container = '<container><rootfile full-path="book.opf"/></container>'
    packed(
        path,
        [
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", container),
            ("book.opf", package),
            ("a.xhtml", page),
            *more,
        ],
    )


def pdf(path, objects, root=1, trailer=b"", start=None):
    """Objects are bytes, numbered from 1."""
    with open(path, "wb") as out:
        out.write(b"%PDF-1.5\n")
        places = []
        for number, one in enumerate(objects, 1):
            places.append(out.tell())
            out.write(b"%d 0 obj\n" % number + one + b"\nendobj\n")
        table = out.tell()
        out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
        out.writelines(b"%010d 00000 n \n" % place for place in places)
        out.write(b"trailer\n<< /Size %d /Root %d 0 R %s >>\n" % (len(objects) + 1, root, trailer))
        out.write(b"startxref\n%d\n%%%%EOF\n" % (table if start is None else start))


def stream(content, entries=b""):
    return b"<< /Length %d %s >>\nstream\n" % (len(content), entries) + content + b"\nendstream"


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def pages(path, contents, kids=None, resources=b"/Font << /F1 3 0 R >>", more=()):
    """A PDF with a page for each of the contents, which are objects."""
    contents = list(contents)
    first = 4 + len(more)
    places = [first + 2 * number + 1 for number in range(len(contents))]
    tree = kids or b" ".join(b"%d 0 R" % place for place in places)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(contents), tree),
        FONT,
        *more,
    ]
    for number, content in enumerate(contents):
        objects.append(content)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << %s >> /Contents %d 0 R >>"
            % (resources, first + 2 * number)
        )
    pdf(path, objects)


def written(columns, page):
    """A page of text as a book has it."""
    words = (PROSE * 12 + f"Page {page}. ").split()
    lines, at = [b"BT /F1 10 Tf"], 0
    for column in range(columns):
        for row in range(45):
            line = ""
            while len(line) < 78 // columns:
                line += words[(at + page) % len(words)] + " "
                at += 1
            lines.append(b"1 0 0 1 %d %d Tm (%s) Tj" % (72 + 240 * column, 740 - 14 * row, line.strip().encode()))
    return stream(b"\n".join(lines) + b" ET")


def page_of(body):
    return f"<!DOCTYPE html><html><head><title>The ferry</title></head><body>{body}</body></html>"


def repeated(piece, count, each=10_000):
    """So many of a piece, some at a time."""
    for _ in range(count // each):
        yield piece * each
    yield piece * (count % each)


def files(folder):
    """Each file's name, after it was made."""

    def path(name):
        return folder / name

    def write(name, *pieces):
        with open(path(name), "wb") as out:
            for piece in pieces:
                for part in [piece] if isinstance(piece, (bytes, str)) else piece:
                    out.write(part.encode() if isinstance(part, str) else part)
        return name

    sound = f"<p>{PROSE}</p><p>{PROSE}</p>"
    # Plain text, and what is no file.
    yield write("empty.txt")
    yield write("larger-than-the-most.txt", repeated(PROSE, 33 * MEGABYTE // len(PROSE)))
    yield write("one-line-of-30-MB.txt", repeated("x", 30 * MEGABYTE, MEGABYTE))
    yield write("a-line-break-for-each-letter.txt", repeated("x\n", 10 * MEGABYTE, MEGABYTE))
    yield write("zeros.txt", repeated(b"\0", 20 * MEGABYTE, MEGABYTE))
    yield write("noise.txt", (os.urandom(MEGABYTE) for _ in range(20)))
    yield write("escapes.txt", "\x1b[2J\x1b]0;gone\x07" * 1000 + PROSE)
    yield write("turned\nname \u202etxt.exe", PROSE * 4)
    os.symlink("/dev/zero", path("link-to-zeros.txt"))
    yield "link-to-zeros.txt"
    os.symlink("loop.txt", path("loop.txt"))
    yield "loop.txt"
    os.mkfifo(path("pipe.txt"))
    yield "pipe.txt"
    yield write("growing.txt", PROSE * 1000)
    yield write("growing.pdf", b"%PDF-1.5\n", PROSE * 1000)
    # Web pages.
    yield write("nested-million.html", page_of(sound + "<div>" * 1_000_000 + PROSE))
    yield write("unclosed.html", page_of(sound + "<b><i><a href=x><font>One, two. <p>" * 100_000))
    yield write("tables-in-tables.html", page_of("<table><tr><td>" * 100_000 + sound))
    yield write("attribute-of-20-MB.html", page_of(f'<p title="{"x" * 20 * MEGABYTE}">{sound}'))
    yield write("paragraphs-30-MB.html", page_of("".join(repeated(f"<p>{PROSE}</p>", 30 * MEGABYTE // (len(PROSE) + 7)))))
    yield write("links-half-a-million.html", page_of(sound + "<li><a href=/x>One more thing</a>" * 500_000))
    yield write("entities.html", page_of(sound + "<p>" + "&amp;&#x26;&bogus;&#1114112;" * 500_000))
    yield write("json-deep.html", page_of('<script type="application/ld+json">' + "[" * 1_000_000 + "</script>" + sound))
    yield write("parts-in-parts.mhtml", "From: x\nContent-Type: multipart/mixed; boundary=x\n\n--x\n" * 200_000)
    yield write(
        "base64-30-MB.mhtml",
        "From: x\nMIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n",
        repeated("PHA+", 30 * MEGABYTE // 4, 250_000),
    )
    # Rich text.
    yield write("groups-million.rtf", r"{\rtf1 ", "{" * 1_000_000, "x")
    yield write("binary-of-2-GB.rtf", r"{\rtf1 The ferry stays.\par{\pict\bin2000000000 ", "x" * 1000, "}}")
    yield write("picture-of-150-MB.rtf", r"{\rtf1 The ferry stays.\par{\pict ", repeated("ffd8", 150 * MEGABYTE // 4, 250_000), "}}")
    yield write("cut-off.rtf", r"{\rtf1 {\b The ferry")
    # Office documents.
    word(path("bomb.docx"), [f"<w:document {WORD}><w:body>", *["<w:p/>" * 1_000_000] * 170])
    yield "bomb.docx"
    word(path("deep.docx"), "<w:tbl>" * 1_000_000 + paragraph(PROSE))
    yield "deep.docx"
    laughs = "".join(f'<!ENTITY l{n} "&l{n - 1};&l{n - 1};">' for n in range(1, 40))
    word(path("laughs.docx"), [f'<!DOCTYPE a [<!ENTITY l0 "lol">{laughs}]><w:document {WORD}><w:body>{paragraph("&l39;")}</w:body></w:document>'])
    yield "laughs.docx"
    word(path("outside.docx"), [f'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {WORD}><w:body>{paragraph("&x;")}</w:body></w:document>'])
    yield "outside.docx"
    word(path("entries-100000.docx"), paragraph(PROSE), [(f"word/{n}", "") for n in range(100_000)])
    yield "entries-100000.docx"
    word(path("picture-of-190-MB.docx"), paragraph(PROSE), [("word/media/a.png", (os.urandom(MEGABYTE) for _ in range(190)))])
    yield "picture-of-190-MB.docx"
    yield write("cut-off.docx", path("picture-of-190-MB.docx").read_bytes()[: 30 * MEGABYTE])
    odt(path("bomb.odt"), ["<text:p/>" * 1_000_000] * 110)
    yield "bomb.odt"
    odt(path("spaces.odt"), f'<text:p>{PROSE}<text:s text:c="2000000000"/></text:p>')
    yield "spaces.odt"
    epub(path("bomb.epub"), page_of("x"), more=[("b.xhtml", repeated(" ", 1000 * MEGABYTE, MEGABYTE))])
    yield "bomb.epub"
    epub(path("one-page-100000-times.epub"), page_of(sound * 100), '<itemref idref="a"/>' * 100_000)
    yield "one-page-100000-times.epub"
    epub(path("nested.epub"), page_of("<div>" * 1_000_000 + sound))
    yield "nested.epub"
    epub(path("chapters-900.epub"), page_of(sound * 2000), '<itemref idref="a"/>' * 900)
    yield "chapters-900.epub"
    # PDFs.
    text = written(1, 1)
    pdf(path("tree-in-a-ring.pdf"), [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>"])
    yield "tree-in-a-ring.pdf"
    pdf(path("table-in-a-ring.pdf"), [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 0 /Kids [] >>"], trailer=b"/Prev 130")
    yield "table-in-a-ring.pdf"
    packer = zlib.compressobj(9)
    zeros = b"".join(packer.compress(b"\0" * MEGABYTE) for _ in range(1000)) + packer.flush()
    pages(path("bomb.pdf"), [stream(zeros, b"/Filter /FlateDecode")])
    yield "bomb.pdf"
    twice = zlib.compress(zeros, 9)
    pages(path("bomb-in-a-bomb.pdf"), [stream(twice, b"/Filter [/FlateDecode /FlateDecode]")])
    yield "bomb-in-a-bomb.pdf"
    pages(path("filters-1000.pdf"), [stream(b"x", b"/Filter [%s]" % (b"/ASCIIHexDecode " * 1000))])
    yield "filters-1000.pdf"
    pages(path("arrays-million.pdf"), [stream(b"[" * 1_000_000)], more=[b"[" * 1_000_000])
    yield "arrays-million.pdf"
    form = stream(b"/X Do /X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >>")
    pages(path("form-in-itself.pdf"), [stream(b"/X Do")], resources=b"/XObject << /X 4 0 R >>", more=[form])
    yield "form-in-itself.pdf"
    glyphs = b"BT /F1 1 Tf " + b"(xxxxxxxxxx) Tj " * 1_000_000 + b"ET"
    pages(path("ten-million-letters-on-a-page.pdf"), [stream(zlib.compress(glyphs), b"/Filter /FlateDecode")])
    yield "ten-million-letters-on-a-page.pdf"
    scattered = b"BT /F1 3 Tf " + b"".join(b"1 0 0 1 %d %d Tm (ab) Tj " % (n * 37 % 600, n * 91 % 780) for n in range(90_000)) + b"ET"
    pages(path("letters-strewn-over-pages.pdf"), [stream(scattered)] * 20)
    yield "letters-strewn-over-pages.pdf"
    pages(path("pages-3000.pdf"), [text] * 3000)
    yield "pages-3000.pdf"
    pages(path("many-curves.pdf"), [stream(zlib.compress(b"0 0 m 1 1 2 2 3 3 c S " * 3_000_000), b"/Filter /FlateDecode")])
    yield "many-curves.pdf"
    pages(path("padded-to-199-MB.pdf"), [text], more=[stream(os.urandom(199 * MEGABYTE))])
    yield "padded-to-199-MB.pdf"
    write("larger-than-200-MB.pdf", b"%PDF-1.5\n", repeated(b"x", 201 * MEGABYTE, MEGABYTE))
    yield "larger-than-200-MB.pdf"
    yield write("cut-off.pdf", path("pages-3000.pdf").read_bytes()[: 2 * MEGABYTE])
    yield write("nothing-but-a-mark.pdf", b"%PDF-1.5\n")
    # Sound ones.
    pages(path("sound-2000-pages.pdf"), (written(1, n) for n in range(2000)))
    yield "sound-2000-pages.pdf"
    pages(path("sound-2000-pages-of-two-columns.pdf"), (written(2, n) for n in range(2000)))
    yield "sound-2000-pages-of-two-columns.pdf"


def grown(path, stop):
    with open(path, "ab") as out:
        while not stop.is_set():
            out.write(PROSE.encode() * 1000)
            out.flush()
            time.sleep(0.001)


def measured(program, path):
    """Seconds, those of the processor, megabytes, and what was said. Measured by a Python of its own: a child counts the memory of the one that
    starts it as its own."""
    one = subprocess.run([sys.executable, __file__, "--one", program, path], capture_output=True, text=True)
    seconds, processor, memory, code, said = json.loads(one.stdout)
    said = said.strip().replace(str(path.parent) + "/", "").removeprefix("diptych: ")
    if code == 0:
        said = "opens"
    elif code != 2:
        said = f"status {code}: {said}"
    return seconds, processor, memory, said


def measure_one(program, path):
    stop = threading.Event()
    if path.name.startswith("growing"):
        threading.Thread(target=grown, args=(path, stop)).start()
    started = time.monotonic()
    child = subprocess.Popen(
        [program, "check", "words that stand nowhere in it", str(path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    said = child.stderr.read().decode(errors="replace")
    _, status, used = os.wait4(child.pid, 0)
    seconds = time.monotonic() - started
    stop.set()
    processor = used.ru_utime + used.ru_stime
    print(json.dumps([seconds, processor, used.ru_maxrss / 1000, os.waitstatus_to_exitcode(status), said]))


def main():
    if sys.argv[1] == "--one":
        return measure_one(sys.argv[2], Path(sys.argv[3]))
    program = os.path.abspath(sys.argv[1])
    print("# Hostile files\n")
    print("Made and measured by `python3 tests/hostile.py PROGRAM`, with the release program; see there what each is.")
    print("Memory is the most of the program and of the process in which it reads the file.")
    print(f"While it ran, {os.cpu_count()} processors had {os.getloadavg()[0]:.0f} tasks at once to do.\n")
    print("| file | size | seconds | of the processor | memory | what the program says |\n| --- | ---: | ---: | ---: | ---: | --- |")
    count, slowest, largest = 0, 0.0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        for name in files(Path(folder)):
            path = Path(folder) / name
            size = path.stat().st_size if path.is_file() and not path.is_symlink() else 0
            seconds, processor, memory, said = measured(program, path)
            count, slowest, largest = count + 1, max(slowest, seconds), max(largest, memory)
            shown = name.encode("unicode_escape").decode().replace("|", "\\|")
            words = said.splitlines()[0] if said else ""
            lines = len(said.splitlines())
            words = words.replace("|", "\\|") + (f" ({lines} lines)" if lines > 1 else "")
            print(f"| {shown} | {size / MEGABYTE:.1f} MB | {seconds:.2f} | {processor:.2f} | {memory:.0f} MB | {words} |", flush=True)
            if name.startswith("growing"):
                path.unlink()
    print(f"\n{count} files; the slowest took {slowest:.2f} s, the largest {largest:.0f} MB.")


if __name__ == "__main__":
    main()
