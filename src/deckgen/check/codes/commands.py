"""Codes of the commands, and of comments that speak to them."""

ROWS: list[tuple[str, str, str, str]] = [
    (
        "build/cannot-write",
        "A presentation can't be written.",
        "It is open in PowerPoint, or the folder is not yours.",
        "Close it, or name another place with `-o`.",
    ),
    (
        "build/cannot-write-lock",
        "The lock beside an outline can't be written.",
        "Slides of other decks would change here whenever they change there.",
        "Make the folder writable, then build again.",
    ),
    (
        "build/changed-by-hand",
        "A presentation was changed since deckgen wrote it, or deckgen never wrote it.",
        "Building would destroy a person's work.",
        "Write to another file with `-o`, or type `--force` to lose the changes.",
    ),
    (
        "build/not-locked",
        "With `--locked`, the lock does not have everything that the talk takes from others.",
        "What would be built is not pinned, and may be something else tomorrow.",
        "Build once without `--locked`, and keep the lock with the outline.",
    ),
    (
        "check/bad-ignore",
        "A comment speaks to deckgen, which does not understand it.",
        "It has no effect.",
        "Type `# deckgen: ignore CODE – reason`.",
    ),
    (
        "check/cannot-ignore",
        "A comment wants to silence an error that stops the build.",
        "Without the slide there would be nothing to justify.",
        "Mend what the error says.",
    ),
    (
        "check/cannot-write",
        "An outline can't be written after it was mended.",
        "It is not yours, or the disk is full.",
        "Make it writable; `--diff` shows what would change.",
    ),
    (
        "check/ignore-without-reason",
        "A comment silences a finding and does not say why.",
        "Who reads the outline next year has to know; it has no effect without a reason.",
        "Type the reason behind the code: `# deckgen: ignore CODE – reason`.",
    ),
    (
        "check/unknown-code",
        "A comment silences a code that does not exist.",
        "It has no effect.",
        "Type a code that `deckgen explain` lists.",
    ),
    (
        "check/unused-ignore",
        "A comment silences a finding that is not there.",
        "What it justified is gone, and it would hide what comes next.",
        "Take the comment out.",
    ),
    (
        "export/cannot-write",
        "A file can't be written.",
        "It is open in another program, or the folder is not yours.",
        "Close it, or name another place with `-o`.",
    ),
    (
        "preview/bug",
        "The preview has stumbled over a mistake in deckgen.",
        "It is not in your outline.",
        "Please report it with the outline.",
    ),
]
