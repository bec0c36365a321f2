#!/bin/sh
# Makes the DOCX, ODT, RTF and EPUB documents of the tests out of originals/, with pandoc and LibreOffice.
# The tests do not need these programs: what they make is in the repository.
set -eu
cd "$(dirname "$0")"
python3 plain_originals.py
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p docx odt rtf epub

# The same date and order in every container, so that a second run changes nothing it need not.
export SOURCE_DATE_EPOCH=1556755200

office() { # FORMAT FILE
    soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$1" --outdir "$work/out" "$2" >/dev/null 2>&1
}

for source in originals/*.md; do
    name=$(basename "$source" .md)
    title=$(sed -n 's/^# //p' "$source")
    byline=$(sed -n '3s/^By //p' "$source")
    author=$(echo "$byline" | sed 's/ and /;/')
    # Title and byline with styles of their own, as a writer sets them; the rest as it is.
    sed '1,3d' "$source" > "$work/$name.body.md"
    {
        printf '::: {custom-style="Title"}\n%s\n:::\n\n::: {custom-style="Author"}\nBy %s\n:::\n\n' "$title" "$byline"
        sed 's/^## /# /' "$work/$name.body.md"
    } > "$work/$name.styled.md"
    # By pandoc, title by style; metadata by option, without a title block of its own.
    pandoc -f markdown-smart "$work/$name.styled.md" -o "docx/$name-pandoc.docx"
    pandoc -f markdown-smart "$source" -o "odt/$name-pandoc.odt"
    pandoc -f markdown-smart -s "$source" -o "rtf/$name-pandoc.rtf"
    python3 set_properties.py "docx/$name-pandoc.docx" "$title" "$author"
    python3 set_properties.py "odt/$name-pandoc.odt" "$title" "$author"
    # By LibreOffice.
    office odt "docx/$name-pandoc.docx" && mv "$work/out/$name-pandoc.odt" "odt/$name-libreoffice.odt"
    office docx "odt/$name-pandoc.odt" && mv "$work/out/$name-pandoc.docx" "docx/$name-libreoffice.docx"
    office rtf "docx/$name-pandoc.docx" && mv "$work/out/$name-pandoc.rtf" "rtf/$name-libreoffice.rtf"
    # As Word keeps it: with changes that were tracked, comments, split runs, fields.
    python3 word_like.py "docx/$name-pandoc.docx" "docx/$name-tracked.docx"
    # Changes tracked, through LibreOffice into its own formats.
    python3 word_like.py "docx/$name-pandoc.docx" "$work/$name-tracked.docx" --without-controls
    office odt "$work/$name-tracked.docx" && mv "$work/out/$name-tracked.odt" "odt/$name-tracked.odt"
    office rtf "$work/$name-tracked.docx" && mv "$work/out/$name-tracked.rtf" "rtf/$name-tracked.rtf"
    # A book of one chapter, in both versions of the format.
    for version in 2 3; do
        pandoc -f markdown-smart -t "epub$version" "$source" -o "epub/$name-$version.epub" \
            -M title="$title" -M author="$byline" -M publisher="Harbour Press" -M date="2019-05-02" -M lang=en \
            -M identifier="urn:diptych:$name"
    done
done

# A book of all of them, a chapter each.
for version in 2 3; do
    pandoc -f markdown-smart -t "epub$version" --file-scope originals/*.md -o "epub/all-$version.epub" \
        -M title="Five Small Towns" -M author="Ada Quill" -M publisher="Harbour Press" -M date="2019-05" -M lang=en \
        -M identifier="urn:diptych:all"
done
