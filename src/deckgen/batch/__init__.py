"""Rows → decks, many at a time: processes, threads or a cluster; a journal; files.

A shell: what is decided here is only who builds what when. Which decks there are to be is
`remix`'s business, what a deck looks like the pipeline's, what is printed the command's.
"""
