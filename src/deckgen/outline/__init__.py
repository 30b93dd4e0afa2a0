"""The outline: what a talk says. Grammar, model, checks; nothing about how slides look."""
