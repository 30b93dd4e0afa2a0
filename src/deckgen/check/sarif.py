"""Findings → a SARIF 2.1.0 log, which code hosts and editors read.

In: findings with the address of their file. Out: a value to print as JSON. Columns count Unicode
characters; a finding's fingerprint is of its code, file and line's text, so that it stays the same
finding when lines above it come or go. Source: OASIS, SARIF 2.1.0, sections 3.13 to 3.35.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from msgspec import Struct

from deckgen import __version__
from deckgen.base.diagnostics import Diagnostic, Edit, Span
from deckgen.check.catalogue import Entry, entries

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
ROOT = "SRCROOT"
Json = dict[str, Any]


class Sighting(Struct, frozen=True):
    """A finding, its file's address, its line's text, and why it is ignored, if it is.

    An address without a scheme is relative to the root of the project.
    """

    found: Diagnostic
    uri: str
    line: str = ""
    reason: str = ""


def log(sightings: Iterable[Sighting]) -> Json:
    """The whole log, with one run in it."""
    seen = tuple(sightings)
    used = sorted({one.found.code for one in seen})
    driver = {
        "name": "deckgen",
        "version": __version__,
        "rules": [_rule(code) for code in used],
    }
    index = {code: number for number, code in enumerate(used)}
    marks = _fingerprints(seen)
    results = [
        _result(one, index[one.found.code], mark) for one, mark in zip(seen, marks, strict=True)
    ]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> Json:
    known = entries().get(code) or Entry(code, code, "", "")
    words = "\n".join((known.why, known.fix, f"More: `deckgen explain {code}`")).strip()
    return {
        "id": code,
        "name": code.replace("/", "-").title().replace("-", ""),
        "shortDescription": {"text": known.summary},
        "fullDescription": {"text": known.why or known.summary},
        "help": {"text": words, "markdown": words},
    }


def _result(one: Sighting, index: int, mark: str) -> Json:
    found = one.found
    result: Json = {
        "ruleId": found.code,
        "ruleIndex": index,
        "level": found.severity,
        "message": {"text": "\n".join((found.message, *found.hints))},
        "partialFingerprints": {"deckgen/v1": mark},
    }
    if one.uri:
        place: Json = {"artifactLocation": _artifact(one.uri)}
        if found.span:
            place["region"] = _region(found.span)
        result["locations"] = [{"physicalLocation": place}]
    if one.reason:
        result["suppressions"] = [{"kind": "inSource", "justification": one.reason}]
    if found.edits and one.uri:
        result["fixes"] = [_fix(one)]
    return result


def _artifact(uri: str) -> Json:
    return {"uri": uri} if "://" in uri else {"uri": uri, "uriBaseId": ROOT}


def _region(span: Span) -> Json:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _fix(one: Sighting) -> Json:
    changes = [_replacement(edit) for edit in one.found.edits]
    change = {"artifactLocation": _artifact(one.uri), "replacements": changes}
    words = one.found.hints[0] if one.found.hints else one.found.message
    return {"description": {"text": words}, "artifactChanges": [change]}


def _replacement(edit: Edit) -> Json:
    return {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}


def _fingerprints(seen: Iterable[Sighting]) -> list[str]:
    """A fingerprint each; of findings that are alike in all that counts, each has its number."""
    times: Counter[str] = Counter()
    marks = []
    for one in seen:
        text = "\0".join((one.found.code, one.uri, one.line.strip()))
        times[text] += 1
        marks.append(sha256(f"{text}\0{times[text]}".encode()).hexdigest()[:32])
    return marks
