"""Turns the files of a folder into one header of texts: embed_text.py <folder> <namespace> <header>."""
import pathlib
import sys

LONGEST = 16000  # what every compiler takes as one literal


def literal(text: str) -> str:
    if ')text"' in text:
        raise SystemExit('a text must not contain )text"')
    pieces = [text[at:at + LONGEST] for at in range(0, len(text), LONGEST)] or [""]
    return "\n".join(f'R"text({piece})text"' for piece in pieces)


def main(folder: str, namespace: str, header: str) -> int:
    files = sorted(pathlib.Path(folder).iterdir())
    rows = "\n".join(f'    {{"{file.name}", {literal(file.read_text())}}},' for file in files)
    pathlib.Path(header).write_text(
        "#pragma once\n#include <array>\n#include <string_view>\n\n"
        f"namespace mz::{namespace} {{\n\nstruct File {{\n    std::string_view name;\n    std::string_view text;\n}};\n\n"
        f"inline constexpr std::array<File, {len(files)}> files{{{{\n{rows}\n}}}};\n\n}}  // namespace mz::{namespace}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
