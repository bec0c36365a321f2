#!/usr/bin/env python3
"""Sets title and author in the properties of a DOCX or ODT, which pandoc only does along with a title block."""
import re
import sys
import zipfile
from xml.sax.saxutils import escape

path, title, author = sys.argv[1:]


def filled(xml: str, element: str, value: str, parent: str) -> str:
    xml = re.sub(rf"<{element}(\s[^>]*)?/>|<{element}(\s[^>]*)?>.*?</{element}>", "", xml, flags=re.S)
    return xml.replace(f"</{parent}>", f"<{element}>{escape(value)}</{element}></{parent}>")


with zipfile.ZipFile(path) as source:
    parts = [(info, source.read(info)) for info in source.infolist()]
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
    for info, part in parts:
        if info.filename == "docProps/core.xml":
            xml = part.decode()
            part = filled(filled(xml, "dc:title", title, "cp:coreProperties"), "dc:creator", author, "cp:coreProperties").encode()
        elif info.filename == "meta.xml":
            xml = part.decode()
            for element, value in (("dc:title", title), ("meta:initial-creator", author)):
                xml = filled(xml, element, value, "office:meta")
            part = xml.encode()
        target.writestr(info, part, compress_type=info.compress_type)
