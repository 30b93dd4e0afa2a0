"""YAML text ↔ a tree of nodes that know their exact spans. The only door to PyYAML."""
