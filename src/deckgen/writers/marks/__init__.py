"""What writers that draw have in common: items → outlines, bullets and labels in points.

Formats are the writers' own business; so are text and pictures, which stand ready in the Scene.
"""
