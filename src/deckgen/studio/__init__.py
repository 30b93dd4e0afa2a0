"""The deck in a browser: outline saved → pictures of the slides that changed.

`session` compiles and draws, `watch` notices what was saved, `hub` tells whoever listens, `app`
answers requests, `gate` says who may ask, `serve` runs it all. `page/` is what the browser loads.
The web framework and the watcher of files are known in this folder only. Nothing is laid out or
written here.
"""
