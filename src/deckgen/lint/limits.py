"""Where a rule begins to speak. Each number says where it is from.

Measured figures are those of two lectures of 75 slides, each in seven templates, that a designer
went through page by page: a limit lies just beyond what those pages needed.
"""

from __future__ import annotations

# Words that a slow reader takes in 20 seconds: 238 a minute when reading silently (Brysbaert,
# Journal of Memory and Language 109, 2019). The fullest lecture slide has 77.
WORDS = 80
BULLETS = 6
LEVELS = 2
LINES = 12  # of one text
CODE_LINES = 15  # of a program, which is looked through and not read
SIZES = 3  # of texts besides title, captions and figures' signs
STEP = 1.25  # sizes nearer to each other than this are one: the ratio of the type scales
COLOURS = 4  # besides greys
GREY = 0.18  # saturation below which a colour is a grey
DRIFT = 0.65  # share of the deck's usual size of lists

# What a list fills of its place, from the top of its first line to the foot of its last.
EMPTY = 0.35
FULL = 0.95  # of the room below the title; of the whole page that is some 92 per cent

# What the shortest line of a headline lacks of the longest. Headlines are balanced; some that still
# have 0.44 were found to look right.
RAGGED = 0.5
LONELY = 0.34  # a last line of one word, as a share of the longest (as text/widows has it)
HEADLINE_WORDS = 4  # fewer can't be broken otherwise
HEADLINE_LINES = 3  # a headline of more lines is running text, whose last line may be short
# Share of its width that a line must have to spare: LibreOffice's lines were up to 0.45 % wider
# than predicted (text/steady). What room is reserved for has 1.5 % by itself.
UNSTABLE = 0.005
DISTORTED = 0.02  # deviation of a picture's proportions

# Speaking rate of lectures, words a minute: 125 to 150 is usual (Lucas, The Art of Public
# Speaking, 8th edition, 2004, p. 300); slow enough for a hall and for laughter.
RATE = 130
RATE_SLACK = 1.15  # nobody reads notes to the letter
OVER_TIME = 1.02
UNDER_TIME = 0.75
NOTED = 0.5  # share of slides with notes from which a slide without is an omission

# The smallest sizes, hundredths of a point: a body of 16 is read from the tenth row.
SMALLEST = 1600
SMALLEST_TITLE = 2400
SMALLEST_TABLE = 1200
SMALLEST_CAPTION = 1000

SHOUTED_WORDS = 5  # so many words of capitals are no label any more
SIBLINGS = 4  # points of which all but one end alike
