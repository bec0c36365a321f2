#!/usr/bin/env bash
# originals/*.md to pdf/*.pdf, with the programs that people's PDFs come from. The tests need none of them.
# Needs pandoc, LaTeX with dvips, Ghostscript, LibreOffice and Chromium.
set -euo pipefail
cd "$(dirname "$0")"
out=$PWD/pdf originals=$PWD/originals work=${WORK:-$(mktemp -d)}
trap '[ -n "${WORK:-}" ] || rm -rf "$work"' EXIT
mkdir -p "$out"
export SOURCE_DATE_EPOCH=1480000000 FORCE_SOURCE_DATE=1

# body FORMAT NAME: the article without its title
body() { tail -n +2 "$originals/$2.md" | pandoc -f markdown-auto_identifiers -t "$1" --wrap=preserve; }
title() { head -n 1 "$originals/$1.md" | sed 's/^# //'; }
tex() { # ENGINE NAME
  for _ in 1 2; do "$1" -interaction=batchmode -output-directory="$work" "$work/$2.tex" >/dev/null || true; done
  cp "$work/$2.pdf" "$out/$2.pdf"
}
browser() { # NAME [OPTION...]
  local name=$1; shift
  chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/browser" "$@" \
    --print-to-pdf="$out/$name.pdf" "file://$work/$name.html" 2>/dev/null
}

# pandoc's own article, by pdfLaTeX: one column, title and author from the file's properties.
{ echo "---"; echo "title: $(title bell-foundry)"; echo "author: Tamsin Oke and Rurik Vael"; echo "---"
  tail -n +2 "$originals/bell-foundry.md" | sed '/^By /d'; } > "$work/pandoc.md"
pandoc "$work/pandoc.md" -o "$out/pandoc.pdf" --pdf-engine=pdflatex

# Two columns in Knuth's first fonts: ligatures, accents drawn over letters, hyphens at line ends, no table of letters.
{ cat <<'TEX'
\documentclass[10pt,twocolumn]{article}
\pdfinfo{/Title (lantern-final2.tex) /Author (user)}
\usepackage[english]{babel}\usepackage{textcomp}
\providecommand{\tightlist}{}\setcounter{secnumdepth}{0}
\DeclareUnicodeCharacter{201C}{``}\DeclareUnicodeCharacter{201D}{''}\pagestyle{plain}
\begin{document}
TEX
  echo "\\twocolumn[{\\begin{center}{\\LARGE $(title lantern-tax)}\\par\\bigskip\\end{center}}]"
  body latex lantern-tax
  echo '\end{document}'; } > "$work/two-columns.tex"
tex pdflatex two-columns

# Running heads, notes at the foot of pages and small pages, in Times.
{ cat <<'TEX'
\documentclass[11pt,twoside]{article}
\usepackage[paperwidth=105mm,paperheight=120mm,margin=16mm]{geometry}
\usepackage[T1]{fontenc}\usepackage{mathptmx}\usepackage[english]{babel}
\usepackage{fancyhdr}\pagestyle{fancy}\fancyhf{}\fancyhead[LE]{\thepage\quad Halder Review}\fancyhead[RO]{Foundries\quad\thepage}
\providecommand{\tightlist}{}\setcounter{secnumdepth}{0}
\begin{document}
TEX
  echo "{\\huge\\bfseries $(title bell-foundry)\\par}\\bigskip"
  body latex bell-foundry; echo '\end{document}'; } > "$work/running-heads.tex"
tex pdflatex running-heads

# What a browser prints, with the address, the day and the page's number around it.
{ echo "<html><head><meta charset=utf-8><title>$(title night-school) | The Customs House</title></head><body>"
  echo "<h1>$(title night-school)</h1>"; body html night-school; echo '</body></html>'; } > "$work/browser.html"
browser browser

# A page of a newspaper: a headline over all, three narrow columns, an initial, a picture with its caption.
cat > "$work/newspaper.html" <<HTML
<html><head><meta charset=utf-8><title>untitled</title><style>
@page { size: A4; margin: 12mm } body { font: 9pt/1.25 "DejaVu Serif", serif }
h1 { font-size: 30pt; text-align: center; margin: 0 0 8pt } h2 { font-size: 10pt; margin: 6pt 0 2pt }
main { columns: 3; column-gap: 11pt; text-align: justify; hyphens: auto } p { margin: 0; text-indent: 1.2em }
main p:nth-of-type(2)::first-letter { font-size: 33pt; float: left; line-height: 0.8; padding: 2pt 2pt 0 0 }
figure { margin: 6pt 0; break-inside: avoid } figure div { height: 60pt; background: linear-gradient(#888,#ddd) } figcaption { font-size: 7pt }
blockquote { margin: 4pt 12pt }
</style></head><body lang=en><h1>$(title slow-trains)</h1><main>$(body html slow-trains)</main></body></html>
HTML
browser newspaper --no-pdf-header-footer

# Word's format through LibreOffice, with a table.
pandoc "$originals/reed-beds.md" -o "$work/office.docx"
soffice -env:UserInstallation="file://$work/office" --headless --convert-to pdf --outdir "$out" "$work/office.docx" >/dev/null 2>&1

# Two columns by way of PostScript, in the bitmaps of old TeX, which name no letter.
{ printf '%s\n' '\documentclass[twocolumn]{article}\usepackage[english]{babel}\setcounter{secnumdepth}{0}' \
    '\DeclareUnicodeCharacter{201C}{``}\DeclareUnicodeCharacter{201D}{'"''"'}\begin{document}'
  echo "\\section*{\\huge $(title slow-trains)}"; body latex slow-trains; echo '\end{document}'; } > "$work/bitmaps.tex"
latex -interaction=batchmode -output-directory="$work" "$work/bitmaps.tex" >/dev/null || true
dvips -q -V1 -D 300 "$work/bitmaps.dvi" -o "$work/bitmaps.ps"
ps2pdf "$work/bitmaps.ps" "$out/bitmaps.pdf"

# A page that lies on its side, in small capitals, letters set apart and an old encoding.
{ cat <<'TEX'
\documentclass[11pt]{article}
\usepackage[a4paper,landscape,margin=25mm]{geometry}\usepackage[T1]{fontenc}\usepackage{charter}\usepackage[tracking=true,expansion=false]{microtype}
\usepackage{multicol}\usepackage[english]{babel}\setcounter{secnumdepth}{0}\providecommand{\tightlist}{}
\pdfpageattr{/Rotate 90}\pagestyle{empty}
\begin{document}
TEX
  echo "{\\Large\\textls[120]{\\textsc{$(title reed-beds)}}\\par}\\begin{multicols}{2}"
  body latex reed-beds | sed 's/longtable/tabular/; /^\\\(toprule\|midrule\|bottomrule\|endhead\|endlastfoot\|endfirsthead\|noalign\)/d; s/\[\]{@{}lll@{}}/{lll}/'
  echo '\end{multicols}\end{document}'; } > "$work/sideways.tex"
tex pdflatex sideways

# Locked: with a password to open, and with one to change it alone.
gs -q -sDEVICE=pdfwrite -sOwnerPassword=o -sUserPassword=u -dKeyLength=128 -dEncryptionR=3 -o "$out/locked.pdf" "$out/pandoc.pdf"
gs -q -sDEVICE=pdfwrite -sOwnerPassword=o -dKeyLength=128 -dEncryptionR=3 -o "$out/unlocked.pdf" "$out/pandoc.pdf"

# A scan.
gs -q -sDEVICE=pdfimage8 -r40 -o "$out/scan.pdf" "$out/pandoc.pdf"
ls -la "$out"
