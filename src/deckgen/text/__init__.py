"""Fonts, shaping, line breaking and fitting. Knows nothing of slides; the only door to HarfBuzz."""
