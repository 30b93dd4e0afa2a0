"""The command line: arguments → calls → exit code. No logic of slides.

One short file a command (`build`, `check`, `new`, `templates`, `schema`), one that knows them all,
one with what several let a person type, one that finds outlines and names results, one that
prints.
"""
