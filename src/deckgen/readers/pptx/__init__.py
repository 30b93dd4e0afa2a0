""".pptx → findings about it."""
