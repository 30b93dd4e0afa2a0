"""Boxes → frames → Scene: measuring, fitting, placing. No fonts' files, no PowerPoint."""
