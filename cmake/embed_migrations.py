"""Compiles <folder>/NNNN_name.sql in: embed_migrations.py <folder> <namespace> <source>.

The source defines `std::span<mz::pg::Migration const> mz::<namespace>::migrations()`.
"""
import hashlib
import pathlib
import re
import sys

PIECE = 8000  # bytes a literal; the standard promises no more than 65,536, and shorter ones are kinder to tools


def literal(text: str) -> str:
    """Adjacent raw strings, cut at line ends."""
    if ')sql"' in text:
        raise SystemExit('a migration must not contain )sql"')
    pieces, piece = [], ""
    for line in text.splitlines(keepends=True):
        if piece and len(piece) + len(line) > PIECE:
            pieces.append(piece)
            piece = ""
        piece += line
    pieces.append(piece)
    return "\n        ".join(f'R"sql({piece})sql"' for piece in pieces)


def main(folder: str, namespace: str, source: str) -> None:
    entries, last = [], 0
    for file in sorted(pathlib.Path(folder).glob("*.sql")):
        match = re.fullmatch(r"(\d{4})_([a-z0-9_]+)", file.stem)
        if not match:
            raise SystemExit(f"{file}: a migration is called NNNN_name.sql")
        number = int(match[1])
        if number <= last:
            raise SystemExit(f"{file}: the number {match[1]} is taken")
        last = number
        data = file.read_bytes()
        checksum = hashlib.sha256(data).hexdigest()
        entries.append(f'    {{{number}, "{match[2]}",\n        {literal(data.decode())},\n        "{checksum}"}},\n')
    pathlib.Path(source).write_text(
        '#include "pg/migrate.hpp"\n\n#include <array>\n\n'
        f"namespace mz::{namespace} {{\nnamespace {{\n\n"
        f"constexpr std::array<pg::Migration, {len(entries)}> all{{{{\n{''.join(entries)}}}}};\n\n}}  // namespace\n\n"
        "std::span<pg::Migration const> migrations();\n"
        f"std::span<pg::Migration const> migrations() {{ return all; }}\n\n}}  // namespace mz::{namespace}\n"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
