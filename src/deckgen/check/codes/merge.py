"""Codes of record merges: the rows, and the decks that are made of them."""

ROWS: list[tuple[str, str, str, str]] = [
    (
        "merge/bad-minutes",
        "A row's `minutes` are no number.",
        "Which slides fit into them can't be known.",
        "Type a number of minutes, `20` or `7.5`.",
    ),
    (
        "merge/bad-row",
        "A row can't be read, or has more cells than there are columns.",
        "Its deck would show texts in the wrong places.",
        "Mend the row; a cell with a comma in it wants quotes.",
    ),
    (
        "merge/bug",
        "A deck was not built because of a mistake in deckgen.",
        "It is not in your outline; the other decks are built.",
        "Please report it with the outline and the row.",
    ),
    (
        "merge/empty-cell",
        "A cell is empty that an outline's text needs.",
        "The slide has a gap where its text should be.",
        "Fill it in, or give the outline a value for such rows under `vars:`.",
    ),
    (
        "merge/missing-columns",
        "The outline, or the files' names, need columns that the data does not have.",
        "No deck would be complete, so none is built.",
        "Rename a column, or give one value for all decks under `vars:` or with `--set`.",
    ),
    (
        "merge/no-name",
        "The cells that a deck's file is named after are empty.",
        "Its file would have no name, so nothing is built.",
        "Fill them in, or give the data a column `output`.",
    ),
    (
        "merge/no-rows",
        "The data has no rows.",
        "There is no deck to build.",
        "Put the names of columns into its first line, and a line for each deck below it.",
    ),
    (
        "merge/other-version",
        "A worker on another machine has another version of deckgen.",
        "Its decks would differ from those of this one.",
        "Install the same version there.",
    ),
    (
        "merge/same-column",
        "Two columns have the same name.",
        "Which of them a text means can't be known.",
        "Rename one of them, or take it out.",
    ),
    (
        "merge/same-name",
        "Several rows give their decks the same file name.",
        "They would overwrite each other, so nothing is built.",
        "Put more columns into the name: `-o 'decks/{{stad}}-{{datum}}.pptx'`.",
    ),
    (
        "merge/unused-column",
        "A column of the data is used by no text, no file name and no setting.",
        "Its name may be mistyped.",
        "Mend its name where it was meant for something; else leave it.",
    ),
    (
        "merge/worker-lost",
        "The process that was building a deck ended in the middle of it.",
        "It may have run out of memory; the other decks are built.",
        "Build that row alone, or all with fewer `--jobs`.",
    ),
]
