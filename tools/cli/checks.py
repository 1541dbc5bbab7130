"""Rules of the house that no compiler knows. Each check hands back the lines that break it; none is good."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import settings

MAX_LINES = 600
MAX_KILOBYTES = 1500
SOURCES = ("*.cpp", "*.hpp", "*.ts", "*.tsx", "*.astro", "*.sql", "*.py")
GENERATED = re.compile(r"(^|/)generated/|schema\.sql$|openapi\.json$|package-lock\.json$")
# In two halves, so that this file does not break its own rule.
UNFINISHED = re.compile("TO" + "DO|FIX" + r"ME|\bXX" + r"X\b|\bHA" + "CK|not impl" + "emented|coming s" + "oon|lorem ip" + "sum")
DOWNLOADS = re.compile(r"registry\.npm" + r"js|deb\.deb" + r'ian\.org|"resolved": "ht' + "tp")

# Who may include from whom, below packages/platform; everything else may include all of it, save what APART says.
PLATFORM = {"core": set(), "json": {"core"}, "net": {"core"}, "pg": {"core", "json"}, "jobs": {"core", "pg"}, "web": {"core", "json", "net", "pg"},
            "factors": {"core", "json", "net", "pg", "web"},
            "mailer": {"core", "json", "net"}, "oidc": {"core", "json", "net"}, "audit_chain": {"core", "json", "pg"},
            "testing": {"core", "json", "net", "pg", "web"}}
APART = {"Edge": {"pg", "web", "mailer", "oidc", "audit_chain"}, "ingestor": {"web", "mailer", "oidc", "audit_chain"},
         "packages/licensing": {"net", "pg", "web", "mailer", "oidc"}}
SERVICES = ("Backend", "Frontend", "Management/management-backend", "Management/management-frontend", "ingestor", "Edge")
CONTAINERS = ("Backend", "Management/management-backend", "ingestor")


def tracked(*patterns: str) -> list[Path]:
    """What git knows or would add, and is there."""
    listing = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns], cwd=settings.ROOT,
                             capture_output=True, text=True, check=True).stdout
    return sorted(path for name in set(listing.split("\0")) - {""} if (path := settings.ROOT / name).is_file())


def _short_files() -> list[str]:
    return [f"{_name(path)} has {lines} lines; split what does not belong together" for path in tracked(*SOURCES)
            if not GENERATED.search(_name(path)) and (lines := path.read_text(errors="replace").count("\n")) > MAX_LINES]


def _small_files() -> list[str]:
    return [f"{_name(path)} has {path.stat().st_size // 1024} kB" for path in tracked() if path.stat().st_size > MAX_KILOBYTES * 1024]


def _nothing_unfinished() -> list[str]:
    return _matches(UNFINISHED)


def _no_download_addresses() -> list[str]:
    return _matches(DOWNLOADS, locks=True)


def _exact_versions() -> list[str]:
    found = []
    for path in tracked("package.json", "**/package.json"):
        manifest = json.loads(path.read_text())
        for kind in ("dependencies", "devDependencies"):
            found += [f"{_name(path)}: {name} {version}" for name, version in manifest.get(kind, {}).items() if not version[0].isdigit()]
    return found


def _styled_components() -> list[str]:
    """A Mantine component without its style sheet works, and looks broken."""
    sheets, listed = settings.ROOT / "node_modules" / "@mantine" / "core" / "styles", settings.ROOT / "packages" / "ui" / "src" / "theme" / "styles.css"
    used = {name.strip(): path for path in tracked("*.tsx")
            for names in re.findall(r"import \{([^}]+)\} from '@mantine/core'", path.read_text()) for name in names.split(",")}
    return [f"{_name(path)} uses {name}, whose style sheet {_name(listed)} does not import" for name, path in sorted(used.items())
            if (sheets / f"{name}.css").is_file() and f"styles/{name}.css" not in listed.read_text()]


def _locked_workspaces() -> list[str]:
    """`npm ci` refuses such a tree, but only on a fresh machine."""
    lock = json.loads((settings.ROOT / "package-lock.json").read_text())["packages"]
    found = []
    for path in [settings.ROOT / "package.json", *(settings.ROOT / name / "package.json" for name in lock[""]["workspaces"])]:
        manifest, locked = json.loads(path.read_text()), lock.get(_name(path.parent) if path.parent != settings.ROOT else "", {})
        found += [f"{_name(path)}: {kind} differ from package-lock.json; run npm install under Node 24"
                  for kind in ("dependencies", "devDependencies") if manifest.get(kind, {}) != locked.get(kind, {})]
    return found


def _includes_go_down() -> list[str]:
    """app -> modules -> web -> {pg, net, json} -> core; of another module only its `<domain>.hpp`."""
    found = []
    for path in tracked("*.cpp", "*.hpp"):
        name = _name(path)
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
            if (included := re.match(r'#include "([\w-]+)/([^"]+)"', line)) and not _may_include(name, included[1], included[2]):
                found.append(f"{name}:{number}: {line}")
    return found


def _may_include(name: str, folder: str, file: str) -> bool:
    if parts := re.match(r"packages/platform/(\w+)/", name):
        return folder == parts[1] or folder not in PLATFORM or folder in PLATFORM[parts[1]] or (_is_test(name) and folder == "testing")
    if folder == "testing":
        return _is_test(name) or "/tests/" in name or name.startswith("bench/")
    for part, forbidden in APART.items():
        if name.startswith(f"{part}/") and folder in forbidden and not _is_test(name):
            return False
    module = re.match(r"(.*/modules)/(\w+)/", name)
    if module and (settings.ROOT / module[1] / folder).is_dir() and folder != module[2]:
        return file == f"{folder}.hpp" or _is_test(name)
    return True


def _every_service_ships() -> list[str]:
    wanted = [f"{service}/azure-pipelines.yml" for service in SERVICES] + [f"{service}/Dockerfile" for service in CONTAINERS]
    return [f"{file} is missing" for file in wanted if not (settings.ROOT / file).exists()]


def _readme_shows_the_way() -> list[str]:
    text = (settings.ROOT / "README.md").read_text()
    return [f"README.md does not show {command}" for command in ("./monozu up", "./monozu test") if command not in text]


ALL: dict[str, Callable[[], list[str]]] = {
    f"files have at most {MAX_LINES} lines": _short_files,
    f"files have at most {MAX_KILOBYTES} kB": _small_files,
    "nothing is left unfinished": _nothing_unfinished,
    "no file names where packages are downloaded from": _no_download_addresses,
    "npm versions are exact": _exact_versions,
    "the npm lock fits the workspaces": _locked_workspaces,
    "every Mantine component in use has its style sheet": _styled_components,
    "includes go down the layers only": _includes_go_down,
    "every service has its pipeline and container": _every_service_ships,
    "the README shows the two commands": _readme_shows_the_way,
}


def lines(name: str) -> list[str]:
    try:
        return ALL[name]()
    except (OSError, ValueError, KeyError) as error:
        return [f"cannot be told: {error!r}"]


def _matches(pattern: re.Pattern[str], *, locks: bool = False) -> list[str]:
    found = []
    for path in tracked():
        if path.name == "package-lock.json" and not locks:
            continue
        try:
            lines = path.read_text().splitlines()
        except UnicodeDecodeError:
            continue  # a picture or a font
        found += [f"{_name(path)}:{number}: {line.strip()[:120]}" for number, line in enumerate(lines, 1) if pattern.search(line)]
    return found


def _is_test(name: str) -> bool:
    return name.endswith("_test.cpp") or "/tests/" in name or Path(name).name.startswith("test_")


def _name(path: Path) -> str:
    return str(path.relative_to(settings.ROOT))
