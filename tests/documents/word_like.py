#!/usr/bin/env python3
"""Makes a DOCX look as Word leaves one after weeks of work: runs split at every check of the spelling, insertions and
deletions tracked, a paragraph deleted with its mark, a passage that was moved, comments, a link as a field, hidden
words, a content control, a header.

What reads when all changes are accepted is the text as it was.
"""
import re
import sys
import zipfile

source_path, target_path = sys.argv[1:3]
# LibreOffice loses the words of some content controls.
has_controls = "--without-controls" not in sys.argv
WHO = 'w:author="Editor" w:date="2019-05-02T10:00:00Z"'
count = 0


def mark() -> str:
    global count
    count += 1
    return f'w:id="{9000 + count}" {WHO}'


def run(words: str, properties: str = "", element: str = "w:t") -> str:
    return f'<w:r>{properties}<{element} xml:space="preserve">{words}</{element}></w:r>'


def split_run(match: re.Match) -> str:
    """A plain run in parts: some were inserted, between them something was deleted."""
    properties, words = match[1] or "", match[2]
    if len(words) < 40:
        return match[0]
    third = len(words) // 3
    # Not within an entity.
    cut = [words.find(" ", third), words.find(" ", 2 * third)]
    if -1 in cut:
        return match[0]
    first, second, last = words[: cut[0]], words[cut[0] : cut[1]], words[cut[1] :]
    return (
        run(first, properties)
        + '<w:proofErr w:type="spellStart"/>'
        + f'<w:del {mark()}>{run(" struck out here", properties, "w:delText")}</w:del>'
        + f'<w:ins {mark()}>{run(second, properties)}</w:ins>'
        + '<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve"> hidden words</w:t></w:r>'
        + '<w:commentRangeStart w:id="1"/>'
        + run(last, properties)
        + '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
    )


with zipfile.ZipFile(source_path) as source:
    parts = {info.filename: source.read(info) for info in source.infolist()}
document = parts["word/document.xml"].decode()
head, body = document.split("<w:body>", 1)
body = re.sub(r'<w:r>(<w:rPr>.*?</w:rPr>)?<w:t[^>]*>([^<]*)</w:t></w:r>', split_run, body)

# The second paragraph of prose was moved up from the end; a paragraph was deleted whole.
paragraphs = re.findall(r"<w:p>.*?</w:p>", body, flags=re.S)
prose = [one for one in paragraphs if "<w:ins " in one and "Heading" not in one][1]
moved = re.sub(r"<w:del .*?</w:del>", "", prose, flags=re.S)
moved = re.sub(r"</?w:ins[^>]*>", "", moved)
origin = re.sub(r"(<w:r>.*</w:r>)", lambda m: f"<w:moveFrom {mark()}>{m[1]}</w:moveFrom>", moved, flags=re.S)
origin = origin.replace("</w:pPr>", f"<w:rPr><w:moveFrom {mark()}/></w:rPr></w:pPr>", 1)
target = re.sub(r"(<w:r>.*</w:r>)", lambda m: f"<w:moveTo {mark()}>{m[1]}</w:moveTo>", moved, flags=re.S)
deleted = f'<w:p><w:pPr><w:rPr><w:del {mark()}/></w:rPr></w:pPr><w:del {mark()}>{run("A paragraph that went.", "", "w:delText")}</w:del></w:p>'
if "footnoteReference" not in prose:
    body = body.replace(prose, target + deleted, 1)
    sections = body.rfind("<w:sectPr")
    body = body[:sections] + origin + '<w:p/>' + body[sections:] if sections >= 0 else body + origin

# A link as a field around the first word of the last paragraph of prose.
field = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "https://example.org/" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>The</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
place = body.rfind('<w:t xml:space="preserve">The ')
if place >= 0:
    start = body.rfind("<w:r>", 0, place)
    body = body[:start] + field + body[start:].replace('<w:t xml:space="preserve">The ', '<w:t xml:space="preserve"> ', 1)

# The first paragraph after the byline in a content control.
if has_controls:
    body = re.sub(
        r"(<w:p>(?:(?!</w:p>).)*?<w:pStyle w:val=\"(?:FirstParagraph|BodyText)\" ?/>.*?</w:p>)",
        r'<w:sdt><w:sdtPr><w:alias w:val="Opening"/></w:sdtPr><w:sdtContent>\1</w:sdtContent></w:sdt>',
        body, count=1, flags=re.S,
    )
parts["word/document.xml"] = (head + "<w:body>" + body).encode()
parts["word/comments.xml"] = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    f'<w:comment w:id="1" {WHO} w:initials="E"><w:p>{run("Is that so?")}</w:p></w:comment></w:comments>'
).encode()
parts["word/header1.xml"] = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    f'<w:p>{run("Draft of the second of May")}</w:p></w:hdr>'
).encode()
relations = parts["word/_rels/document.xml.rels"].decode()
office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
if "/comments" not in relations:
    relations = relations.replace("</Relationships>", f'<Relationship Id="rIdC" Type="{office}/comments" Target="comments.xml"/></Relationships>')
parts["word/_rels/document.xml.rels"] = relations.encode()
types = parts["[Content_Types].xml"].decode()
word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
for name in ("comments", "header1"):
    if f"/word/{name}.xml" not in types:
        kind = "header" if name == "header1" else name
        types = types.replace("</Types>", f'<Override PartName="/word/{name}.xml" ContentType="{word}.{kind}+xml"/></Types>')
parts["[Content_Types].xml"] = types.encode()
with zipfile.ZipFile(target_path, "w", zipfile.ZIP_DEFLATED) as target:
    for name, part in parts.items():
        info = zipfile.ZipInfo(name, (2019, 5, 2, 0, 0, 0))
        target.writestr(info, part, compress_type=zipfile.ZIP_DEFLATED)
