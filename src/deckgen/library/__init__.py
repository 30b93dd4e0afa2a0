"""All outlines of a person's folders → what is found in them, and the versions of a slide.

`shelves` knows which outlines there are, `reading` what one says, `store` keeps that in SQLite in
the user's cache, `refresh` brings it up to date, `lineage` groups a slide's versions, `search`
finds. Pictures and printing are the command line's.
"""
