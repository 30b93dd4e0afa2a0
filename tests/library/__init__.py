"""The library: what is kept of outlines, and what is found in it."""
