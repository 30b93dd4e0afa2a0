"""Base floor: units, geometry, colour and diagnostics. Knows nothing of slides."""
