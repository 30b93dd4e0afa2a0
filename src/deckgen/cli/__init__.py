"""The command line: arguments → calls → exit code. No logic of slides.

One short file a command (`build`, `check`, `new`, `templates`, `schema`), one that reads the
arguments, one that finds outlines and names results, one that prints.
"""
