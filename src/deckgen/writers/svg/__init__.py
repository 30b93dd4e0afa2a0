"""Scene → SVG, a picture a page."""
