"""Deck + Template → styled boxes: what belongs together and how it looks, never where it stands."""
