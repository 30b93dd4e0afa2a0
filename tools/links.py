"""Every link from one document of this repository to another file or heading leads somewhere.

In: all Markdown files that git knows or would take. Out: exit code 1 with the dead links.
Addresses on the web are not visited.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

LINK = re.compile(r"(?<!\\)!?\[[^\]]*(?<!\\)\]\(([^)\s]+)[^)]*\)")
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*$", re.MULTILINE)
# Fenced blocks and code spans show links without being any.
CODE = re.compile(r"^(```|~~~).*?^\1|``.+?``|`[^`\n]+`", re.MULTILINE | re.DOTALL)
FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
NOT_IN_ANCHORS = re.compile(r"[^\w\- ]")
ELSEWHERE = ("http://", "https://", "mailto:")


def dead(document: Path) -> list[str]:
    """The links of one document that lead nowhere."""
    text = CODE.sub("", document.read_text("utf-8"))
    found = []
    for match in LINK.finditer(text):
        target, _, anchor = match[1].partition("#")
        if match[1].startswith(ELSEWHERE):
            continue
        file = document.parent / target if target else document
        if not file.exists():
            found.append(f"{document}: there is no {target}")
        elif anchor and file.suffix == ".md" and anchor not in anchors(file):
            found.append(f"{document}: {file} has no heading #{anchor}")
    return found


def anchors(document: Path) -> set[str]:
    """The anchors that a forge makes of a document's headings."""
    headings = HEADING.findall(FENCE.sub("", document.read_text("utf-8")))
    plain = (NOT_IN_ANCHORS.sub("", heading.lower()) for heading in headings)
    return {heading.strip().replace(" ", "-") for heading in plain}


def documents() -> list[Path]:
    """All Markdown files of the repository."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [Path(name) for name in listed.splitlines() if Path(name).exists()]


def main() -> int:
    """Print the dead links; 1 when there are any."""
    found = [line for document in documents() for line in dead(document)]
    print("\n".join(found) if found else "all links lead somewhere")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
