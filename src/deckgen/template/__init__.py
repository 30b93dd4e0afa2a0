"""How a speaker's slides look: palette, fonts, type scale, grid, layouts. Data, no drawing."""
