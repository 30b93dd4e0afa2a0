"""Codes of the outline: formulas."""

ROWS: list[tuple[str, str, str, str]] = [
    (
        "outline/formula-argument",
        "A command of a formula lacks what it is about.",
        "Half a fraction can't be drawn.",
        "Type it in braces behind the command.",
    ),
    (
        "outline/formula-brace",
        "A brace of a formula has no partner.",
        "What belongs together is not known.",
        "Type the one that is missing.",
    ),
    (
        "outline/formula-bracket",
        "A large bracket of a formula lacks its sign or its partner.",
        "How high it has to be is not known.",
        "Type `\\left(` and `\\right)`; a point stands for none.",
    ),
    (
        "outline/formula-comment",
        "A percent sign in a formula starts a comment.",
        "What follows it would be lost.",
        "Type `\\%` for the sign.",
    ),
    (
        "outline/formula-environment",
        "An environment of a formula is not known, or not ended.",
        "What lies in it can't be set.",
        "Type one of those that the finding names, and `\\end`.",
    ),
    (
        "outline/formula-long",
        "A formula is too long or too deep.",
        "No slide shows that so that it can be read.",
        "Divide it into several formulas.",
    ),
    (
        "outline/formula-refused",
        "A command of a formula does what no slide allows.",
        "A formula is drawn; it sets no files, colours or macros.",
        "Leave it out.",
    ),
    (
        "outline/formula-script",
        "A formula has a raised or lowered sign that belongs to nothing, or two of them.",
        "Where it is to stand is not known.",
        "Type what it belongs to, or put both in braces.",
    ),
    (
        "outline/formula-stray",
        "A sign of a formula stands where it means nothing.",
        "It can't be drawn.",
        "Leave it out, or type a backslash before it.",
    ),
    (
        "outline/formula-unknown",
        "A command of a formula is not known.",
        "It can't be drawn.",
        "Type one that the finding offers.",
    ),
    (
        "outline/swallowed-backslash",
        "A formula in double quotes has lost a backslash.",
        "In double quotes YAML reads `\\t` and the like as control characters.",
        "Put the formula in single quotes.",
    ),
]
