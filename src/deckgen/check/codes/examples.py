"""Outlines that provoke codes, and what is said about them. Made by a test from its cases."""

# ruff: noqa: E501

EXAMPLES: dict[str, tuple[str, str, bool]] = {
    "syntax/alias-to-itself": (
        "slides: &a [*a]\n",
        "`*a` stands inside `&a`: it would contain itself without end.\n"
        "write out what should stand here instead of `*a`",
        False,
    ),
    "syntax/backslash": (
        "slides:\n"
        "- picture: \"C:\\wijk\\straat.png\"\n",
        "In double quotes a backslash starts an escape.\n"
        "type `- picture: 'C:\\wijk\\straat.png'`",
        True,
    ),
    "syntax/bracket": (
        "slides:\n"
        "- statement: [sic] stond er\n",
        "A text that starts with [ must be quoted in YAML.\n"
        "type `- statement: \"[sic] stond er\"`",
        True,
    ),
    "syntax/bullet": (
        "slides:\n"
        "- points:\n"
        "  • Een\n"
        "  • Twee\n",
        "In an outline a dash starts an item, not a bullet or a star.\n"
        "type `- Een`",
        True,
    ),
    "syntax/code-fence": (
        "```yaml\n"
        "title: Een\n"
        "slides:\n"
        "- statement: TRANSITIE\n"
        "```\n",
        "The outline is wrapped in a code fence (```).\n"
        "delete the lines that start with ```; the outline starts with `title:`",
        True,
    ),
    "syntax/directive": (
        "slides:\n"
        "- statement: Een\n"
        "%procent\n"
        "- statement: Twee\n",
        "This line talks to the YAML parser; an outline needs none of that.\n"
        "delete the line",
        True,
    ),
    "syntax/duplicate-key": (
        "slides:\n"
        "- title: Een\n"
        "  points: [a]\n"
        "  title: Twee\n",
        "`title` stands here a second time; the first is in line 2.\n"
        "keep one of the two; a new slide starts with `- `, as in `- title: …`",
        False,
    ),
    "syntax/indentation": (
        "slides:\n"
        "- points:\n"
        "    - een\n"
        "  - twee\n",
        "This line starts in column 3, which belongs to nothing above it.\n"
        "start it in column 5, like line 3: `    - twee`",
        False,
    ),
    "syntax/list-beside-key": (
        "slides:\n"
        "- points: - een\n",
        "A list starts on the line below `points:`, not beside it.\n"
        "put `- een` on a line of its own below\n"
        "if it is text, quote it: `- points: \"- een\"`",
        False,
    ),
    "syntax/markdown-table": (
        "slides:\n"
        "- table:\n"
        "  | jaar | wat |\n"
        "  |------|-----|\n"
        "  | 1950 | lopen |\n",
        "This is a table in Markdown; an outline is YAML.\n"
        "type each row as a list: `- [jaar, wat]`, without the line of hyphens",
        True,
    ),
    "syntax/merge-conflict": (
        "slides:\n"
        "<<<<<<< HEAD\n"
        "- statement: TRANSITIE\n"
        "=======\n"
        "- statement: KANTELING\n"
        ">>>>>>> anders\n",
        "Here two versions of the file meet that git could not join.\n"
        "keep one of the two, and delete the lines with <<<<<<<, ======= and >>>>>>>",
        False,
    ),
    "syntax/merge-key": (
        "slides:\n"
        "- &basis\n"
        "  statement: TRANSITIE\n"
        "- <<: *basis\n"
        "  sub: opnieuw\n",
        "`<<` (a YAML merge key) is not part of the outline language.\n"
        "write the keys out, or put what all slides share under `defaults:`",
        False,
    ),
    "syntax/missing-space": (
        "slides:\n"
        "- points:\n"
        "  - een\n"
        "  -twee\n",
        "After the dash a space is missing.\n"
        "type `- twee`",
        True,
    ),
    "syntax/no-break-space": (
        "slides:\n"
        "- points:\n"
        "\u00a0\u00a0- Een\n"
        "\u00a0\u00a0- Twee\n",
        "This line is indented with a no-break space (U+00A0), which YAML takes for text.\n"
        "type plain spaces; such a space comes along from web pages and word processors",
        True,
    ),
    "syntax/no-colon": (
        "title: T\n"
        "slides\n"
        "- statement: Een\n"
        "- statement: Twee\n",
        "After `slides` a colon is missing.\n"
        "type `slides:`",
        True,
    ),
    "syntax/no-dash": (
        "slides:\n"
        "- points:\n"
        "  Een\n"
        "  Twee\n",
        "Below `points:` each line of a list starts with a dash.\n"
        "type `- Een`",
        True,
    ),
    "syntax/no-key": (
        "title: Titel\n"
        "minutes = 20\n"
        "slides:\n"
        "- statement: A\n",
        "This line has no key, and the lines around it have.\n"
        "if it goes on with the line above, indent it further than that one\n"
        "if it is a key, type a colon: `minutes: 20`",
        True,
    ),
    "syntax/open-bracket": (
        "slides:\n"
        "- words: [wijkagent, buurtcoach\n"
        "- section: Verder\n",
        "The bracket `[` is never closed.\n"
        "type `- words: [wijkagent, buurtcoach]`",
        True,
    ),
    "syntax/open-quote": (
        "slides:\n"
        "- statement: \"TRANSITIE\n"
        "- section: Terug in de tijd\n",
        "The quote \" is never closed.\n"
        "type `- statement: \"TRANSITIE\"`",
        True,
    ),
    "syntax/quote-inside": (
        "slides:\n"
        "- quote: \"Hij zei: \"nee\" en ging\"\n",
        "The text goes on after the quote \" that ends it.\n"
        "type `- quote: 'Hij zei: \"nee\" en ging'`",
        True,
    ),
    "syntax/reserved-character": (
        "slides:\n"
        "- statement: %procent\n",
        "A text that starts with % must be quoted in YAML.\n"
        "type `- statement: \"%procent\"`",
        True,
    ),
    "syntax/swallowed-hashtag": (
        "slides:\n"
        "- contact:\n"
        "    hashtag: #burgerkracht\n"
        "- statement: Volg ons op #burgerkracht\n",
        "YAML takes `#burgerkracht` and what follows for a comment: it is on no slide.\n"
        "quote the text: `hashtag: \"#burgerkracht\"`\n"
        "if it is a comment, put a space after the #",
        False,
    ),
    "syntax/swallowed-line": (
        "slides:\n"
        "- statement: Goed\n"
        "   - Een\n",
        "The text of `statement:` goes on here, for YAML; this looks like a list below it.\n"
        "type `points:` in column 3 on a line of its own, and below it this\n"
        "if it is text, put the whole text in double quotes",
        False,
    ),
    "syntax/tab": (
        "slides:\n"
        "- points:\n"
        "  -\tEen\n",
        "Between a dash and its text YAML wants a space, not a tab.\n"
        "type `- Een`",
        True,
    ),
    "syntax/tag": (
        "slides:\n"
        "- statement: !Nu niet\n",
        "`!Nu` is a YAML tag, not text.\n"
        "if it is text, quote it: `- statement: \"!Nu niet\"`",
        True,
    ),
    "syntax/unknown-alias": (
        "slides:\n"
        "- statement: *nadruk\n",
        "YAML reads `*nadruk` as a reference, and there is no `&nadruk` before it.\n"
        "if it is text, quote it: `- statement: \"*nadruk\"`",
        True,
    ),
    "syntax/unquoted": (
        "slides:\n"
        "- statement: ? Vraag\n",
        "YAML can't read this text without quotes.\n"
        "type `- statement: \"? Vraag\"`",
        True,
    ),
    "syntax/unquoted-colon": (
        "title: Wijk\n"
        "slides:\n"
        "- statement: De straat: wie woont er\n",
        "A text with a colon in it must be quoted in YAML.\n"
        "type `- statement: \"De straat: wie woont er\"`",
        True,
    ),
    "syntax/unquoted-in-braces": (
        "slides:\n"
        "- timeline:\n"
        "  - {when: na 2005, what: EROPAF!: nu, sign: ►◄}\n",
        "In braces a text with a comma, a colon or a bracket in it must be quoted.\n"
        "type `- {when: na 2005, what: \"EROPAF!: nu\", sign: ►◄}`",
        True,
    ),
    "syntax/unreadable": (
        "slides:\n"
        "- statement: Een\n"
        "? [a, {b\n"
        "- ]: }\n",
        "YAML can't read this line: did not find expected key.\n"
        "put the text in double quotes, and start the line in the same column as its neighbours",
        False,
    ),
    "outline/bad-choice": (
        "slides:\n"
        "- points: [One, Two]\n"
        "  build: by-points\n"
        "  transition: disolve\n",
        "`by-points` is not one of the words that this key takes.\n"
        "did you mean `by-point`?\n"
        "type one of: by-point, by-group, all, none",
        True,
    ),
    "outline/bad-date": (
        "title: Wijk\n"
        "event: {name: Studiedag, date: 2013-02-30}\n"
        "slides:\n"
        "- statement: De straat\n",
        "There is no day 2013-02-30.\n"
        "type year-month-day, for example 2013-03-28",
        True,
    ),
    "outline/bad-id": (
        "slides:\n"
        "- id: eigen kracht\n"
        "  statement: EEN\n",
        "`eigen kracht` is no id.\n"
        "type id: eigen-kracht",
        True,
    ),
    "outline/bad-language": (
        "lang: Nederlands\n"
        "slides:\n"
        "- statement: TRANSITIE\n",
        "`Nederlands` is no language tag.\n"
        "type a tag such as nl-NL, en-GB or fy",
        False,
    ),
    "outline/bad-link": (
        "slides:\n"
        "- text: Lees [hier](bestand.pdf) verder\n",
        "`bestand.pdf` is a file, and slides can't count on it being there.\n"
        "put it on the web and type [hier](https://…)",
        True,
    ),
    "outline/bad-number": (
        "title: Wijk\n"
        "slides:\n"
        "- statement: De straat\n"
        "  minutes: veel\n",
        "`veel` is no number.\n"
        "type digits, for example 12 or 2.5",
        True,
    ),
    "outline/bad-time": (
        "slides:\n"
        "- video: {file: films/wandeling.mp4, trim: {from: straks}}\n"
        "- video: {file: films/wandeling.mp4, trim: {from: 1:00, to: 0:30}}\n"
        "- video: {file: films/wandeling.mp4, trim: {to: 2:00}}\n"
        "- video: {file: films/wandeling.mp4, trim: {from: 0:90, until: 1:00}}\n",
        "`straks` is no moment of a film.\n"
        "type seconds, 90, or minutes, 1:30",
        False,
    ),
    "outline/bullet": (
        "slides:\n"
        "- points:\n"
        "  - • Een\n"
        "  - goed\n",
        "This text starts with a bullet; the template draws those of a list.\n"
        "take it out: the dash before the text is enough",
        True,
    ),
    "outline/duplicate-id": (
        "slides:\n"
        "- id: kracht\n"
        "  statement: EEN\n"
        "- id: kracht\n"
        "  statement: TWEE\n",
        "The id `kracht` belongs to the slide in line 2 already.\n"
        "give this slide another one, for example `id: kracht-2`, or none",
        False,
    ),
    "outline/empty": (
        "",
        "This outline is empty.\n"
        "type `title: …` on the first line, then `slides:`, then `- statement: …`\n"
        "or start from an example: deckgen new talk",
        False,
    ),
    "outline/formula-argument": (
        "slides:\n"
        "- math:\n"
        "  - '{x^} = 1'\n"
        "  - '\\left( a'\n",
        "Something is missing behind `^`.\n"
        "type it in braces: x^{2}",
        False,
    ),
    "outline/formula-brace": (
        "slides:\n"
        "- math: ['\\frac{a}', 'a^{2', '\\left(a', 'a % b', '\\begin{foo}a\\end{foo}', 'a^2^3', 'a } b', '\\foo']\n",
        "This brace is never closed.\n"
        "type `}` where it ends",
        False,
    ),
    "outline/formula-bracket": (
        "slides:\n"
        "- math:\n"
        "  - '{x^} = 1'\n"
        "  - '\\left( a'\n",
        "`\\left` has no `\\right` behind it.\n"
        "type `\\right)`, or `\\right.` for none",
        False,
    ),
    "outline/formula-comment": (
        "slides:\n"
        "- math: ['\\frac{a}', 'a^{2', '\\left(a', 'a % b', '\\begin{foo}a\\end{foo}', 'a^2^3', 'a } b', '\\foo']\n",
        "In LaTeX `%` starts a comment: the rest of the line would be lost.\n"
        "type `\\%` for a per cent sign",
        False,
    ),
    "outline/formula-environment": (
        "slides:\n"
        "- math: ['\\frac{a}', 'a^{2', '\\left(a', 'a % b', '\\begin{foo}a\\end{foo}', 'a^2^3', 'a } b', '\\foo']\n",
        "There is no environment `foo`.\n"
        "known are, among others: pmatrix, bmatrix, cases, aligned",
        False,
    ),
    "outline/formula-refused": (
        "slides:\n"
        "- math: '\\label{a}'\n",
        "`\\label` can't be shown on a slide.\n"
        "leave it out: nothing refers to a formula on a slide",
        False,
    ),
    "outline/formula-script": (
        "slides:\n"
        "- math: ['\\frac{a}', 'a^{2', '\\left(a', 'a % b', '\\begin{foo}a\\end{foo}', 'a^2^3', 'a } b', '\\foo']\n",
        "Two things stand above the same base.\n"
        "put braces around them: a^{b^c}",
        False,
    ),
    "outline/formula-stray": (
        "slides:\n"
        "- math: ['\\frac{a}', 'a^{2', '\\left(a', 'a % b', '\\begin{foo}a\\end{foo}', 'a^2^3', 'a } b', '\\foo']\n",
        "This brace closes nothing.\n"
        "take it out, or type `{` before it",
        False,
    ),
    "outline/formula-unknown": (
        "slides:\n"
        "- math: '\\frac{a}{b} + \\aplha'\n",
        "There is no command `\\aplha`.\n"
        "did you mean `\\alpha`?",
        False,
    ),
    "outline/html": (
        "title: Wijk\n"
        "slides:\n"
        "- statement: De <b>straat</b>\n",
        "`<b>` is HTML; the slide shows it as it was typed.\n"
        "type **…**\n"
        "to show it, type `\\<b>`",
        True,
    ),
    "outline/markdown": (
        "# Titel\n"
        "\n"
        "## Eerste dia\n"
        "\n"
        "- punt een\n"
        "- punt twee\n",
        "This is Markdown; an outline is YAML, where `#` starts a comment.\n"
        "type `slides:` on a line of its own; a heading becomes `- title: …`\n"
        "start from an example: deckgen new talk",
        False,
    ),
    "outline/missing-file": (
        "slides:\n"
        "- video: {file: film.mp4}\n"
        "- math: a = b\n",
        "There is no file film.mp4.\n"
        "put film.mp4 there, or show a still: picture: with a photograph",
        False,
    ),
    "outline/missing-key": (
        "title: Burgerkracht\n",
        "This outline has no `slides:`.\n"
        "type `slides:` and below it lines that start with `- `",
        False,
    ),
    "outline/no-body": (
        "slides:\n"
        "- title: Terug in de tijd\n"
        "- shout: [NU, OF NOOIT]\n"
        "- notes: alleen een notitie\n",
        "This slide has no body.\n"
        "for one large line type `statement: Terug in de tijd`, for a turn in the talk `section: Terug in de tijd`\n"
        "for a list type `points:` and below it lines that start with `- `\n"
        "for a photograph type `picture:`",
        False,
    ),
    "outline/no-effect": (
        "slides:\n"
        "- video: {file: \"https://example.org/wandeling\", alt: Een wandeling, loop: true}\n"
        "- video: \"https://\"\n",
        "`loop` has no effect: this video opens at its own address.\n"
        "take the line out, or put the file beside the outline",
        False,
    ),
    "outline/no-film": (
        "slides:\n"
        "- video: {file: ., alt: Een wandeling}\n"
        "- audio: {file: ./, alt: Een bewoner}\n",
        "`.` is a folder.\n"
        "type a film's name: films/wijk.mp4",
        False,
    ),
    "outline/no-picture": (
        "slides:\n"
        "- picture: .\n"
        "- picture: images\n",
        "`.` is a folder.\n"
        "type a picture's name: images/wijk.jpg",
        False,
    ),
    "outline/no-sections": (
        "slides:\n"
        "- agenda:\n"
        "- title: Where to\n"
        "  menu:\n"
        "- statement: Here\n",
        "This `agenda:` has nothing to show: the talk has no sections.\n"
        "type its items below `agenda:`\n"
        "or divide the talk: a slide `- section: …` before each part",
        False,
    ),
    "outline/no-sound": (
        "slides:\n"
        "- video: {file: ., alt: Een wandeling}\n"
        "- audio: {file: ./, alt: Een bewoner}\n",
        "`./` is a folder.\n"
        "type a sound's name: sounds/wijk.mp3",
        False,
    ),
    "outline/not-a-film": (
        "slides:\n"
        "- video: {file: films/kapot.mp4, alt: Een wandeling}\n"
        "- audio: {file: images/text.jpg, alt: Een bewoner}\n",
        "films/kapot.mp4 is no film, or it was cut off while it was copied.\n"
        "copy it again; if it plays, convert it: ffmpeg -i films/kapot.mp4 -c:v libx264 -pix_fmt yuv420p -c:a aac films/kapot-2.mp4",
        False,
    ),
    "outline/not-a-picture": (
        "title: Wijk\n"
        "slides:\n"
        "- picture: {file: images/text.jpg, alt: Een straat}\n",
        "images/text.jpg is no picture that a slide can show.\n"
        "save it as JPEG or PNG and type that file's name",
        False,
    ),
    "outline/not-a-sound": (
        "slides:\n"
        "- video: {file: films/kapot.mp4, alt: Een wandeling}\n"
        "- audio: {file: images/text.jpg, alt: Een bewoner}\n",
        "images/text.jpg is no sound, or it was cut off while it was copied.\n"
        "copy it again; if it plays, convert it: ffmpeg -i images/text.jpg -c:a aac images/text.m4a",
        False,
    ),
    "outline/not-everywhere": (
        "slides:\n"
        "- video: {file: films/nieuw.webm, alt: Een wandeling}\n"
        "- video: {file: films/nieuw.mp4, alt: Een wandeling}\n",
        "films/nieuw.webm is WebM; browsers play that, PowerPoint only on some systems.\n"
        "convert it: ffmpeg -i films/nieuw.webm -c:v libx264 -pix_fmt yuv420p -c:a aac films/nieuw.mp4",
        False,
    ),
    "outline/not-playable": (
        "slides:\n"
        "- video: {file: films/oud.avi, alt: Een wandeling}\n",
        "films/oud.avi is AVI; PowerPoint doesn't play that on every system.\n"
        "convert it: ffmpeg -i films/oud.avi -c:v libx264 -pix_fmt yuv420p -c:a aac films/oud.mp4",
        False,
    ),
    "outline/open-link": (
        "slides:\n"
        "- points:\n"
        "  - dit is **vet\n"
        "  - dit is ook** vet\n"
        "  - 2 ** 3 en \\*\\*ster\n"
        "  - zie [de site](https://example.org\n"
        "  - zie [de site](https://example.org/a b)\n"
        "  - een [noot] en (haken)\n",
        "This link has no end.\n"
        "type [de site](https://example.org)\n"
        "to show the brackets, type `\\[`",
        True,
    ),
    "outline/open-mark": (
        "title: Wijk\n"
        "slides:\n"
        "- statement: De **straat\n",
        "`**` begins or ends bold words, and the other one is missing.\n"
        "type **word**, without spaces inside the stars\n"
        "to show the stars, type `\\*\\*`",
        False,
    ),
    "outline/other-media": (
        "slides:\n"
        "- video: {file: sounds/bewoner.mp3, alt: Een bewoner}\n"
        "- audio: {file: films/wandeling.mp4, alt: Een wandeling}\n",
        "sounds/bewoner.mp3 has no picture.\n"
        "type `audio:` instead",
        False,
    ),
    "outline/outside-project": (
        "slides:\n"
        "- video: {file: /home/ann/wandeling.mp4, alt: Een wandeling}\n",
        "`/home/ann/wandeling.mp4` lies outside the deck's project.\n"
        "put the film beside the outline and type films/wandeling.mp4",
        False,
    ),
    "outline/picture-too-large": (
        "slides:\n"
        "- picture: {file: images/huge.png, alt: Een straat}\n",
        "images/huge.png has 20000 × 20000 pixels.\n"
        "scale it down to 2560 pixels on its longer side",
        False,
    ),
    "outline/same-node": (
        "title: Wijk\n"
        "slides:\n"
        "- title: Van melding naar plan\n"
        "  diagram: [Melding -> Melding]\n",
        "This arrow leads from `Melding` to itself.\n"
        "let it lead to another node",
        False,
    ),
    "outline/still-picture": (
        "slides:\n"
        "- picture: {file: images/kaart.svg, alt: Een kaart}\n"
        "- picture: {file: images/verwijst.svg, alt: Een kaart}\n"
        "- picture: {file: images/beweegt.png, alt: Een straat}\n",
        "images/beweegt.png moves; on a slide only its first picture is shown.\n"
        "save it as GIF, or type video: with an .mp4",
        False,
    ),
    "outline/svg-links": (
        "slides:\n"
        "- picture: {file: images/kaart.svg, alt: Een kaart}\n"
        "- picture: {file: images/verwijst.svg, alt: Een kaart}\n"
        "- picture: {file: images/beweegt.png, alt: Een straat}\n",
        "images/verwijst.svg shows pictures from other files; a slide can't.\n"
        "embed the pictures in the SVG, or export it as PNG",
        False,
    ),
    "outline/svg-text": (
        "slides:\n"
        "- picture: {file: images/kaart.svg, alt: Een kaart}\n"
        "- picture: {file: images/verwijst.svg, alt: Een kaart}\n"
        "- picture: {file: images/beweegt.png, alt: Een straat}\n",
        "images/kaart.svg has text: each program sets it in whatever font it finds, and programs that know no SVG show the drawing without it.\n"
        "turn its text into paths before it is exported (Inkscape: Path > Object to Path)",
        False,
    ),
    "outline/swallowed-backslash": (
        "slides:\n"
        "- math: \"\\frac{a}{b}\"\n",
        "In double quotes YAML reads `\\f` as a control character.\n"
        "put the formula in single quotes: '…'",
        False,
    ),
    "outline/too-many": (
        "slides:\n"
        "- movements: [een, twee, drie]\n",
        "Here are 3 items; there is room for 2.\n"
        "divide them over two slides",
        False,
    ),
    "outline/two-bodies": (
        "slides:\n"
        "- title: Twee\n"
        "  points: [een]\n"
        "  quote: twee\n",
        "This slide has `points` already; a slide has one body.\n"
        "start a slide of its own: `- quote: …`\n"
        "or put both side by side: `columns:` with `- points: …` and `- quote: …`",
        False,
    ),
    "outline/uneven-rows": (
        "slides:\n"
        "- matrix:\n"
        "  - [Doen, Plannen]\n"
        "  - [Laten]\n",
        "This row has 1 fields, the first has 2.\n"
        "type as many fields as the first row has; an empty one is \"\"",
        False,
    ),
    "outline/unknown-icon": (
        "slides:\n"
        "- statement: Care\n"
        "  icon: hart\n"
        "- dimensions: [{name: Us, icon: love story}, Them]\n"
        "- options: [{name: Us, icon: 🏠}]\n",
        "There is no icon `hart`.\n"
        "did you mean `heart`?\n"
        "look for one: deckgen icons WORD",
        False,
    ),
    "outline/unknown-key": (
        "title: Burgerkracht\n"
        "points:\n"
        "- een\n"
        "slides:\n"
        "- statement: TRANSITIE\n",
        "An outline has no key `points` at its top.\n"
        "`points` belongs to a slide: indent it below `slides:`, as in `- points: …`",
        True,
    ),
    "outline/unknown-language": (
        "slides:\n"
        "- code: {language: pyton, text: \"print(1)\"}\n",
        "No language `pyton` is known.\n"
        "did you mean `python`?\n"
        "leave `language:` out to show the code in one colour",
        True,
    ),
    "outline/unknown-slide": (
        "title: Wijk\n"
        "slides:\n"
        "- statement: Terug naar [het begin](#begin)\n",
        "No slide has the id `begin`.\n"
        "give the slide that is meant a line `id: begin`",
        False,
    ),
    "outline/unknown-variable": (
        "slides:\n"
        "- points: &p [\"{{a}}\"]\n"
        "- points: *p\n",
        "There is no variable `a`.\n"
        "give it a value at the top: `vars: {a: …}`\n"
        "to show the braces themselves, type `\\{{a}}`",
        True,
    ),
    "outline/unquoted-colon": (
        "slides:\n"
        "- points:\n"
        "  - Vroeger: naar mensen toe\n"
        "  - Nu:\n",
        "The colon after `Vroeger` makes this a key and a value; wanted is a point, or a list of points below it.\n"
        "quote it: \"Vroeger: naar mensen toe\"",
        True,
    ),
    "outline/unquoted-comma": (
        "slides:\n"
        "- quote: {text: Minder regels, meer ruimte, by: Jan}\n",
        "In braces a comma ends the text before it.\n"
        "quote it: `text: \"Minder regels, meer ruimte\"`",
        True,
    ),
    "outline/variable-in-variable": (
        "vars:\n"
        "  stad: Heerlen\n"
        "  streek: \"{{stad}} en omstreken\"\n"
        "  land: \"rond {{streek}}\"\n"
        "  zelf: \"{{zelf}}\"\n"
        "  vorm: \"\\\\{{stad}}\"\n"
        "slides:\n"
        "- statement: Welkom in {{streek}}\n",
        "`land` uses `streek`, which uses a variable itself.\n"
        "write out what `streek` stands for",
        False,
    ),
    "outline/wrong-numbers": (
        "slides:\n"
        "- chart: {type: pie, data: {a: 12, b: -3}}\n"
        "- chart: {type: doughnut, data: {a: 0, b: 0}}\n"
        "- chart: {type: bar, data: {a: 1}, scale: mln}\n",
        "A pie shows no numbers below zero.\n"
        "type `type: bar`",
        False,
    ),
    "outline/wrong-type": (
        "lock: 1\n"
        "decks: {}\n",
        "This is the lock of the outlines beside it.\n"
        "name one of them, such as deck.yaml",
        True,
    ),
    "remix/unknown-variant": (
        "defaults:\n"
        "  priority: 2\n"
        "slides:\n"
        "- statement: Een\n"
        "  layout: foto\n"
        "  only: [kort, lang]\n",
        "`only:` of een names `kort`, which is no variant or audience.\n"
        "name it below `variants:` in the head",
        False,
    ),
    "template/unknown": (
        "template: plein\n"
        "slides:\n"
        "- statement: Een\n",
        "there is no template `plein`\n"
        "did you mean `plain`?\n"
        "templates within reach: academic, contrast, editorial, jos-van-der-lans, plain, poster, workshop",
        True,
    ),
    "template/unknown-speaker": (
        "speaker: Jan Jansen\n"
        "slides:\n"
        "- statement: Een\n",
        "no template belongs to the speaker `Jan Jansen`; the look is `plain`\n"
        "templates within reach: academic, contrast, editorial, jos-van-der-lans, plain, poster, workshop\n"
        "for the name alone, type `author: Jan Jansen` instead",
        False,
    ),
    "layout/background": (
        "slides:\n"
        "- statement: Een\n"
        "  background: noir\n",
        "slide `een`: the template has no background `noir`\n"
        "backgrounds: light, dark, accent",
        False,
    ),
    "layout/chart-turned": (
        "title: Wijk\n"
        "slides:\n"
        "- title: Per gemeente\n"
        "  chart: {type: column, data: {Gemeente A: 1, Gemeente B: 2, Gemeente C: 3, Gemeente D: 4, Gemeente E: 5, Gemeente F: 6, Gemeente G: 7, Gemeente H: 8, Gemeente I: 9, Gemeente J: 10, Gemeente K: 11, Gemeente L: 12, Gemeente M: 13, Gemeente N: 14}}\n",
        "slide `per-gemeente`: the names under its columns don't fit side by side; it is drawn with bars\n"
        "type `type: bar`, or shorten the names",
        False,
    ),
    "layout/low-resolution": (
        "title: Wijk\n"
        "slides:\n"
        "- picture: {file: images/klein.png, alt: Een straat}\n",
        "images/klein.png has 320 × 180 pixels; where it is shown that is 24 to the inch, and under 110 the pixels can be seen\n"
        "use one with 1467 × 825 pixels at least; sharp from 2934 × 1650",
        False,
    ),
    "layout/names-left-out": (
        "title: Wijk\n"
        "slides:\n"
        "- title: Per wijk\n"
        "  chart: {type: bar, data: {W1x: 1, W2x: 2, W3x: 3, W4x: 4, W5x: 5, W6x: 6, W7x: 7, W8x: 8, W9x: 9, W10x: 10, W11x: 11, W12x: 12, W13x: 13, W14x: 14, W15x: 15, W16x: 16, W17x: 17, W18x: 18, W19x: 19, W20x: 20, W21x: 21, W22x: 22, W23x: 23, W24x: 24, W25x: 25, W26x: 26, W27x: 27, W28x: 28, W29x: 29, W30x: 30, W31x: 31, W32x: 32, W33x: 33, W34x: 34, W35x: 35, W36x: 36, W37x: 37, W38x: 38, W39x: 39, W40x: 40, W41x: 41, W42x: 42, W43x: 43, W44x: 44, W45x: 45}}\n",
        "slide `per-wijk`: 45 names don't fit; one in 2 is written\n"
        "leave out or join some, or show them as a table",
        False,
    ),
    "layout/not-shown": (
        "title: Wijk\n"
        "slides:\n"
        "- title: Wie er helpen\n"
        "  points: [buren, familie, vrienden]\n"
        "  label: De straat\n",
        "slide `wie-er-helpen` does not show “De straat”: a points slide has no place for a `label` on it\n"
        "move it to the notes, or to a slide of another kind than `points`",
        False,
    ),
    "layout/one-point": (
        "title: Wijk\n"
        "slides:\n"
        "- title: Eén jaar\n"
        "  chart: {type: line, data: {2024: 12}}\n",
        "slide `een-jaar`: its line chart has one point and is drawn as a column\n"
        "add numbers, or type `type: column`",
        False,
    ),
    "layout/unknown-layout": (
        "slides:\n"
        "- sum:\n"
        "    terms: [Tijd, Aandacht]\n"
        "    result: Zorg\n"
        "  layout: rowws\n",
        "slide `tijd`: its kind has no layout `rowws` here\n"
        "did you mean `rows`?\n"
        "layouts: row, rows",
        True,
    ),
    "overflow/lines": (
        "slides:\n"
        "- title: Dit is een titel die zo lang is dat hij op geen enkele dia past, ook niet als hij in de kleinste letter gezet wordt die een titel hebben mag, want er zijn grenzen aan wat een mens van achter uit de zaal nog lezen kan en wil, en deze titel gaat daar met veel woorden en zonder enige schaamte ruim overheen\n"
        "  points: [een, twee, drie]\n",
        "slide `dit-is-een-titel-die-zo-lang-is-dat-hij-op-geen`: its title “Dit is een titel die zo lang is dat hij…” takes 5 lines even at 28 pt; 2 are the most\n"
        "cut about 183 characters",
        False,
    ),
    "overflow/text": (
        "title: Wijk\n"
        "slides:\n"
        "- title: Wat er gebeurde\n"
        "  phases:\n"
        "  - when: 1985\n"
        "    name: ER VANDAAN\n"
        "    points: [PRODUCTEN EN MANAGERS, REGELS, FORMULIEREN, WACHTLIJSTEN, LOKETTEN, SPREEKUREN, CODES]\n"
        "    so: [SYSTEEM, KLANT, CONTROLE, VERTROUWEN, AFSTAND, SPECIALISTEN, INDICATIES]\n",
        "slide `wat-er-gebeurde`: “SYSTEEM KLANT CONTROLE VERTROUWEN AFSTAN…” and what stands with it are 50 pt too high for the slide, even at 18 pt\n"
        "cut about 17 characters, or divide the slide; it is continued by itself on 12 slides at most",
        False,
    ),
    "overflow/word": (
        "slides:\n"
        "- statement: Hottentottententententoonstellingsmakersopleidingsinstituutsdirecteurskamerdeurklinkenpoetsersvereniging\n",
        "slide `hottentottententententoonstellingsmakersopleidin`: the word “Hottentottententententoonstellingsmakersopleidingsinstituutsdirecteurskamerdeurklinkenpoetsersvereniging” is 637 pt wider than its place, even at 32 pt\n"
        "write it with a hyphen where it may break, or take a shorter word",
        False,
    ),
    "text/missing-character": (
        "slides:\n"
        "- statement: Een 𒀀 spijkerschrift\n",
        "slide `een-spijkerschrift`: none of the template's fonts has `𒀀` (U+12000)\n"
        "write it in other characters; what a font lacks looks different on every machine",
        False,
    ),
    "lint/deep-points": (
        "title: Wijk\n"
        "slides:\n"
        "- title: Wie er helpen\n"
        "  points:\n"
        "  - buren:\n"
        "    - naast:\n"
        "      - links\n"
        "      - rechts\n"
        "    - boven\n"
        "  - familie\n",
        "slide `wie-er-helpen`: “links” is a point of the third level\n"
        "make the second level a slide of its own",
        False,
    ),
    "lint/double-space": (
        "title: Wijk\n"
        "slides:\n"
        "- title: Wie  er helpen\n"
        "  points: [buren, familie, vrienden]\n",
        "slide `wie-er-helpen`: two spaces in “Wie  er helpen”\n"
        "take one of them out",
        True,
    ),
    "lint/hyphen-as-dash": (
        "title: Wijk\n"
        "slides:\n"
        "- title: Professionals - burgers\n"
        "  points: [buren, familie, vrienden]\n",
        "slide `professionals-burgers`: a hyphen as a dash in “Professionals - burgers”\n"
        "type – (an en dash) in its place",
        True,
    ),
    "lint/lone-point": (
        "title: Wijk\n"
        "slides:\n"
        "- title: Wie er helpen\n"
        "  points: [de buren van de overkant]\n",
        "slide `wie-er-helpen`: “de buren van de overkant” is a list of one point\n"
        "say it as a `statement`, or in the point above it",
        False,
    ),
    "lint/lonely-word": (
        "title: Wijk\n"
        "slides:\n"
        "- statement: De wijkteams verantwoordelijkheid huis\n",
        "slide `de-wijkteams-verantwoordelijkheid-huis`: “huis” stands alone on the last line of “De wijkteams verantwoordelijkheid huis”\n"
        "take out a word, or add one",
        False,
    ),
    "lint/long-text": (
        "title: Wijk\n"
        "slides:\n"
        "- title: Wie er helpen\n"
        "  code: |\n"
        "    een = 1\n"
        "    twee = 2\n"
        "    drie = 3\n"
        "    vier = 4\n"
        "    vijf = 5\n"
        "    zes = 6\n"
        "    zeven = 7\n"
        "    acht = 8\n"
        "    negen = 9\n"
        "    tien = 10\n"
        "    elf = 11\n"
        "    twaalf = 12\n"
        "    dertien = 13\n"
        "    veertien = 14\n"
        "    vijftien = 15\n"
        "    zestien = 16\n",
        "slide `wie-er-helpen`: a text has 16 lines; 15 are enough\n"
        "divide the slide, or put the text into the notes",
        False,
    ),
    "lint/many-points": (
        "title: Wijk\n"
        "slides:\n"
        "- title: Wie er helpen\n"
        "  points: [buren, familie, vrienden, kerk, school, huisarts, wijkteam]\n",
        "slide `wie-er-helpen` has 7 points; 6 are enough\n"
        "group them, or divide the list",
        False,
    ),
    "lint/many-sizes": (
        "title: Wijk\n"
        "slides:\n"
        "- title: Wie er helpen\n"
        "  columns:\n"
        "  - stats: [\"**80%** doet mee\"]\n"
        "  - points: [buren, familie, vrienden]\n"
        "  - quote: {text: Dit is een tijd van grote verandering, by: Jan Rotmans}\n",
        "slide `wie-er-helpen` has texts in 4 sizes: 24, 32, 48, 96 pt\n"
        "put fewer different things on the slide",
        False,
    ),
    "lint/no-alt": (
        "title: Wijk\n"
        "slides:\n"
        "- picture: images/wijk.png\n",
        "slide `picture`: its picture has no alternative text\n"
        "type what it shows: alt: A street with open doors",
        False,
    ),
    "lint/no-header-row": (
        "title: Wijk\n"
        "slides:\n"
        "- title: Wat er staat\n"
        "  table: [[Straat, \"\"], [Noord, \"112\"], [Zuid, \"96\"]]\n",
        "slide `wat-er-staat`: its table has no header row\n"
        "give every column a name in the first row",
        False,
    ),
    "lint/no-notes": (
        "title: Wijk\n"
        "slides:\n"
        "- statement: De straat\n"
        "  notes: Vertel van vroeger.\n"
        "- statement: Het huis\n"
        "  notes: Vertel van nu.\n"
        "- statement: De deur\n",
        "slide `de-deur` has no notes; 2 of 3 slides have\n"
        "type `notes:` with what you say here",
        False,
    ),
    "lint/no-space-after-mark": (
        "title: Wijk\n"
        "slides:\n"
        "- question: Wie helpt?Wie niet?\n",
        "slide `wie-helpt-wie-niet`: no space after a punctuation mark in “Wie helpt?Wie niet?”\n"
        "put a space after it",
        False,
    ),
    "lint/no-title": (
        "title: Wijk\n"
        "slides:\n"
        "- points: [buren, familie, vrienden]\n",
        "slide `buren` has no title\n"
        "type `title:` with the one thing that the slide says",
        False,
    ),
    "lint/over-time": (
        "title: Wijk\n"
        "minutes: 5\n"
        "slides:\n"
        "- statement: De straat\n"
        "  minutes: 3\n"
        "- statement: Het huis\n"
        "  minutes: 4\n",
        "the slides take 7 minutes, the talk has 5\n"
        "leave out 2 minutes, or mark slides with `skip: true`",
        False,
    ),
    "lint/ragged": (
        "title: Wijk\n"
        "slides:\n"
        "- statement: Op naar de zelfredzaamheidsbevordering\n",
        "slide `op-naar-de-zelfredzaamheidsbevordering`: the lines of “Op naar de zelfredzaamheidsbevordering” are uneven (by 63%)\n"
        "shorten the headline, or move its longest word",
        False,
    ),
    "lint/repeated-slide": (
        "title: Wijk\n"
        "slides:\n"
        "- statement: De straat\n"
        "  notes: Vertel van vroeger.\n"
        "- statement: De straat\n"
        "  notes: Vertel van nu.\n",
        "slide `de-straat-2` shows the same as slide `de-straat`\n"
        "take one of them out, or link to the first: [again](#its-id)",
        False,
    ),
    "lint/repeated-word": (
        "title: Wijk\n"
        "slides:\n"
        "- statement: Wat de de straat doet\n",
        "slide `wat-de-de-straat-doet`: “de de” says a word twice\n"
        "take one of them out",
        False,
    ),
    "lint/same-title": (
        "title: Wijk\n"
        "slides:\n"
        "- title: Wie helpt wie\n"
        "  points: [buren, familie, vrienden]\n"
        "- title: WIE HELPT WIE\n"
        "  points: [huisarts, wijkteam, gemeente]\n",
        "slide `wie-helpt-wie-2` has the same title as slide `wie-helpt-wie`: “WIE HELPT WIE”\n"
        "say in the title what is new on this slide",
        False,
    ),
    "lint/shouting": (
        "title: Wijk\n"
        "slides:\n"
        "- title: Wie er helpen\n"
        "  text: DE OVERHEID HELPT HIER AL LANG NIET MEER\n",
        "slide `wie-er-helpen`: “DE OVERHEID HELPT HIER AL LANG NIET MEER” is set in capitals\n"
        "type it in small letters; what must be loud is a `shout` or a `statement`",
        False,
    ),
    "lint/space-before-mark": (
        "title: Wijk\n"
        "slides:\n"
        "- question: Wie helpt wie ?\n",
        "slide `wie-helpt-wie`: a space before a punctuation mark in “Wie helpt wie ?”\n"
        "take the space out",
        True,
    ),
    "lint/straight-quote": (
        "title: Wijk\n"
        "slides:\n"
        "- statement: De \"nieuwe buren\n",
        "slide `de-nieuwe-buren`: a straight quotation mark in “De \"nieuwe buren”\n"
        "type its partner, or the mark that is meant: “ ” ‘ ’",
        False,
    ),
    "lint/under-time": (
        "title: Wijk\n"
        "minutes: 60\n"
        "slides:\n"
        "- statement: De straat\n"
        "  minutes: 3\n"
        "- statement: Het huis\n"
        "  minutes: 4\n",
        "the slides take 7 minutes of the 60 that the talk has\n"
        "give slides more time, or lower the deck's `minutes`",
        False,
    ),
    "lint/uneven-ends": (
        "title: Wijk\n"
        "slides:\n"
        "- title: Wie er helpen\n"
        "  points:\n"
        "  - Buren koken voor elkaar\n"
        "  - Familie komt op zondag.\n"
        "  - Vrienden bellen soms\n"
        "  - Niemand vraagt erom\n",
        "slide `wie-er-helpen`: “Familie komt op zondag.” alone ends with a full stop\n"
        "end all points of the list with a full stop, or none",
        False,
    ),
    "lint/vague-link": (
        "title: Wijk\n"
        "slides:\n"
        "- title: Meer lezen\n"
        "  points:\n"
        "  - Het rapport staat [hier](https://example.org/rapport)\n"
        "  - Het boek staat in de bibliotheek\n",
        "slide `meer-lezen`: the link “hier” does not say where it leads\n"
        "link the words that name the place: [the report of 2012](https://…)",
        False,
    ),
    "check/bad-ignore": (
        "slides:\n"
        "- statement: Een # deckgen: ignroe outline/html – zo bedoeld\n",
        "This comment speaks to deckgen, which does not understand it.\n"
        "type `# deckgen: ignore CODE – reason`",
        False,
    ),
    "check/cannot-ignore": (
        "slides:\n"
        "# deckgen: ignore outline/unknown-key – moet kunnen\n"
        "- statement: Een\n"
        "  subtitel: Twee\n",
        "`outline/unknown-key` stops the build here, and no comment changes that.\n"
        "mend what the error says, and take the comment out",
        False,
    ),
    "check/ignore-without-reason": (
        "slides:\n"
        "- statement: Een<br>twee # deckgen: ignore outline/html\n",
        "This comment does not say why, so it has no effect.\n"
        "type the reason: `# deckgen: ignore outline/html – …`",
        False,
    ),
    "check/unknown-code": (
        "slides:\n"
        "- statement: Een # deckgen: ignore outline/htlm – zo bedoeld\n",
        "There is no finding `outline/htlm`.\n"
        "did you mean `outline/html`?",
        False,
    ),
    "check/unused-ignore": (
        "slides:\n"
        "- statement: Een # deckgen: ignore outline/html – zo bedoeld\n",
        "Nothing here is reported as `outline/html`.\n"
        "take the comment out; what it justified is gone",
        False,
    ),
}  # fmt: skip
