"""Codes of the library: what may be missing in what a search finds."""

ROWS: list[tuple[str, str, str, str]] = [
    (
        "library/busy",
        "Another process has been reading the library for longer than a minute.",
        "What was changed since it was last read is not found yet.",
        "Ask again when the other is done.",
    ),
    (
        "library/no-folder",
        "A folder that the library is to look through is not there.",
        "Its outlines are not found.",
        "Mend the list of folders in DECKGEN_LIBRARY, or connect the disk.",
    ),
    (
        "library/not-kept",
        "What was read of the outlines can't be kept.",
        "Every outline is read again at each search, which is slow for many.",
        "Make the cache's folder writable, or name another with XDG_CACHE_HOME.",
    ),
    (
        "library/not-read-whole",
        "An outline has mistakes, so that some of its slides can't be found.",
        "What is read of it is found; the rest is as good as gone.",
        "Mend what `deckgen check` says of it.",
    ),
]
