#!/bin/sh
# Makes downloads of newspaper databases as documents, in the shapes that Nexis Uni, ProQuest and Factiva give them, with
# pandoc and LibreOffice. The tests do not need these programs: what they make is in the repository.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=1556755200

office() { # FORMAT FILE
    soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$1" --outdir "$work/out" "$2" >/dev/null 2>&1
}

# Nexis Uni: a page with the list of what was taken, then each article under its headline.
cat > "$work/nexis-download.md" <<'TEXT'
**User Name:** Ada Quill

**Date and Time:** Friday, May 3, 2019 9:04:00 AM EDT

**Job Number:** 88000123

**Documents (3)**

1. [The Ferry Stays](#a)

**Client/Matter:** -None-

**Search Terms:** ferry

2. [A Boat Too Many](#b)

**Client/Matter:** -None-

**Search Terms:** ferry

3. [Herons at the Weir](#c)

**Client/Matter:** -None-

# The Ferry Stays

The Brinmouth Echo

May 2, 2019 Thursday

Copyright 2019 The Brinmouth Echo All Rights Reserved

**Section:** NEWS; Pg. 1

**Length:** 61 words

**Byline:** Ada Quill

**Body**

The council kept the *ferry* on Monday, after a night of argument that filled the gallery twice.

"We will not be rushed," said the mayor, Ben Rush. "Nor, I am told, will the boat."

## What it costs

Coal and paint come to forty thousand a year, and nobody has yet said whose.

**Load-Date:** May 2, 2019

**End of Document**

# A Boat Too Many

The Harbour Times

May 4, 2019 Saturday

Copyright 2019 The Harbour Times All Rights Reserved

**Section:** OPINION

**Length:** 30 words

**Byline:** Ben Rush

**Body**

Nobody asked those who pay for it. There are two ferries in this county, and one of them has not moved since Easter.

**Classification**

**Language:** ENGLISH

**Publication-Type:** Newspaper

**Load-Date:** May 4, 2019

**End of Document**

# Herons at the Weir

The Brinmouth Echo

May 6, 2019 Monday

**Section:** NATURE

**Length:** 22 words

**Body**

There are forty-one herons below the upper weir. Ten years ago there were six, and four of those were asleep.

**Load-Date:** May 6, 2019

**End of Document**
TEXT

# ProQuest: fields in lines of their own.
cat > "$work/proquest-download.md" <<'TEXT'
\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_

Document 1 of 2

**The Ferry Stays**

**Author:** Quill, Ada

**Publication info:** The Brinmouth Echo ; Brinmouth \[Brinmouth\]. 02 May 2019: A.1.

**Abstract:** A boat is kept.

**Full text:** The council kept the ferry on Monday, after a night of argument that filled the gallery twice.

"We will not be rushed," said the mayor, Ben Rush.

**Subject:** Ferries; Councils

**Publication title:** The Brinmouth Echo

**Publication date:** May 2, 2019

\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_

Document 2 of 2

**A Boat Too Many**

**Author:** Rush, Ben

**Publication info:** The Harbour Times ; Brinmouth \[Brinmouth\]. 04 May 2019: B.2.

**Full text:** Nobody asked those who pay for it.

There are two ferries in this county, and one of them has not moved since Easter.

**Subject:** Ferries

**Publication title:** The Harbour Times

**Publication date:** May 4, 2019
TEXT

# Factiva: a table of codes for each.
cat > "$work/factiva-download.html" <<'TEXT'
<html><meta charset="utf-8"><body>
<table><tr><td>HD</td><td>The Ferry Stays</td></tr><tr><td>BY</td><td>By Ada Quill</td></tr><tr><td>WC</td><td>34 words</td></tr><tr><td>PD</td><td>2 May 2019</td></tr><tr><td>SN</td><td>The Brinmouth Echo</td></tr><tr><td>LP</td><td>The council kept the ferry on Monday, after a night of argument that filled the gallery twice.</td></tr><tr><td>TD</td><td><p>“We will not be rushed,” said the mayor, Ben Rush.</p></td></tr><tr><td>NS</td><td>Ferries</td></tr><tr><td>AN</td><td>Document BRIN000020190502ef520000a</td></tr></table>
<table><tr><td>HD</td><td>A Boat Too Many</td></tr><tr><td>BY</td><td>By Ben Rush</td></tr><tr><td>WC</td><td>30 words</td></tr><tr><td>PD</td><td>4 May 2019</td></tr><tr><td>SN</td><td>The Harbour Times</td></tr><tr><td>LP</td><td>Nobody asked those who pay for it.</td></tr><tr><td>TD</td><td><p>There are two ferries in this county, and one of them has not moved since Easter.</p></td></tr><tr><td>AN</td><td>Document HARB000020190504ef520000b</td></tr></table>
</body></html>
TEXT

for name in nexis proquest; do
    pandoc -f markdown-smart "$work/$name-download.md" -o "docx/$name-download.docx"
done
pandoc -f html "$work/factiva-download.html" -o "docx/factiva-download.docx"
for name in nexis proquest factiva; do
    office rtf "docx/$name-download.docx" && mv "$work/out/$name-download.rtf" "rtf/$name-download.rtf"
done
office pdf docx/nexis-download.docx && mv "$work/out/nexis-download.pdf" pdf/nexis-download.pdf
