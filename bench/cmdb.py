"""The CMDB at scale: 1,000 tenants, one of which has 100,000 CIs, half a million relations and three million installations. What the database
takes for each hot question of the large tenant, alone and among 999 others; and the same questions of the same data as others store them.

The statements are the program's own (`backend statements`), prepared and planned as its connections do it; the time is PostgreSQL's own."""

import hashlib
import re
import subprocess
import sys
import uuid
from pathlib import Path

import build
import cluster
import packages
import settings

FOLDER = Path(__file__).parent / "cmdb"
GOAL_MS = 20
RUNS = 15
LARGE, SMALL, TENANTS = 100_000, 200, 1_000
MACHINES, PACKAGES, TITLES = 1_000, 3_000, 40_000
AS_THE_PROGRAM = "set plan_cache_mode = force_generic_plan; set enable_sort = off; set jit = off;"
AS_ANYBODY = "set jit = off;"
# How much a second measurement of the same may differ by itself, on a machine that does other things too.
NOISE = 1.5

STATUSES = "{planned,ordered,in_stock,in_use,maintenance,retired,disposed}"
HARDWARE = "{server,virtual_machine,workstation,printer,switch,phone}"
PAGE = {"limit": "51", "budget": "51"}

# What is asked: (figure, statement of the program, its parameters). Parameters that are not named are an empty list or null.
QUESTIONS = [
    ("list, by name", "ci_list@name", PAGE),
    ("list, last changed first", "ci_list@-updated_at", PAGE),
    ("list, of classes", "ci_list_by_class@name", PAGE | {"cell_class": HARDWARE, "cell_status": STATUSES}),
    ("list, of a class and status", "ci_list_by_class@name", PAGE | {"cell_class": "{server}", "cell_status": "{retired}"}),
    ("custom attribute = x, by name (2 %)", "ci_list_by_text@name", PAGE | {"drive_attribute": "cost_center", "drive_text": "CC-7"}),
    ("custom attribute = x, few", "ci_list_by_meet@name",
     {"limit": "51", "bits": "1", "text_attribute": "{asset_tag}", "text_low": "{A7}", "text_high": "{A7}"}),
    ("sorted by a custom attribute", "ci_list_order_number", PAGE | {"order_by": "memory_bytes", "from_number": "-Infinity", "to_number": "Infinity"}),
    ("range, sorted by the attribute, from the end", "ci_list_order_number_down",
     PAGE | {"order_by": "memory_bytes", "from_number": "8589934592", "to_number": "137438953472"}),
    ("search, probing two words", "ci_list_probe", {"few": "501", "word_low": "{lenovo,srv-waw-1}", "word_high": "{lenovo\U0010FFFF,srv-waw-1\U0010FFFF}"}),
    ("search, two words", "ci_list_by_meet@name",
     {"limit": "51", "bits": str(1 << 16), "word_low": "{srv-waw-10}", "word_high": "{srv-waw-10\U0010FFFF}",
      "word": "{srv-waw-10,lenovo}", "word_end": "{srv-waw-10\U0010FFFF,lenovo\U0010FFFF}"}),
    ("list as of a time", "ci_as_of@name", {"limit": "51", "as_of": "2026-03-01"}),
    ("list of classes as of a time", "ci_as_of_by_class@name", {"limit": "51", "as_of": "2026-03-01", "class_key": HARDWARE}),
    ("counts by class and status, up to 1,000 each", "ci_cells", {"budget": "1000", "cell_class": HARDWARE, "cell_status": STATUSES}),
]
IMPACT = "impact to depth 10, all steps"

# The same as others ask it: (figure, question of QUESTIONS that it is compared with, statement).
ITOP = """select f.*, p.*, d.* from peers.itop_functionalci f
          join peers.itop_physicaldevice p on p.tenant_id = f.tenant_id and p.id = f.id
          join peers.itop_datacenterdevice d on d.tenant_id = f.tenant_id and d.id = f.id where f.tenant_id = $1"""
EAV = """(select json_object_agg(a.attribute, a.value) from peers.eav_values a where a.tenant_id = o.tenant_id and a.id = o.id) as attributes"""
PEERS = [
    ("class tables: attribute = x", "custom attribute = x, by name (2 %)", f"{ITOP} and f.cost_center = 'CC-7' order by f.name, f.id limit 51"),
    ("class tables: sorted", "sorted by a custom attribute", f"{ITOP} order by d.ram, f.name, f.id limit 51"),
    ("class tables: search", "search, two words",
     f"{ITOP} and (f.name ilike '%srv-waw-10%' or p.model ilike '%srv-waw-10%') and (f.name ilike '%lenovo%' or p.brand ilike '%lenovo%') order by f.name limit 51"),
    ("attribute rows: attribute = x", "custom attribute = x, by name (2 %)",
     f"select o.*, {EAV} from peers.eav_objects o join peers.eav_values v on v.tenant_id = o.tenant_id and v.id = o.id"
     " where o.tenant_id = $1 and v.attribute = 'cost_center' and v.value = 'CC-7' order by o.name, o.id limit 51"),
    ("attribute rows: sorted", "sorted by a custom attribute",
     f"select o.*, {EAV} from peers.eav_objects o join peers.eav_values v on v.tenant_id = o.tenant_id and v.id = o.id"
     " where o.tenant_id = $1 and v.attribute = 'memory_bytes' order by v.value::numeric, o.name, o.id limit 51"),
    ("attribute rows: search", "search, two words",
     f"select o.*, {EAV} from peers.eav_objects o where o.tenant_id = $1 and o.name ilike '%srv-waw-10%' and exists (select from peers.eav_values v"
     " where v.tenant_id = o.tenant_id and v.id = o.id and v.value ilike '%lenovo%') order by o.name limit 51"),
    ("JSONB and GIN: attribute = x", "custom attribute = x, by name (2 %)",
     """select o.* from peers.jsonb_objects o where o.tenant_id = $1 and o.custom_fields @> '{"cost_center": "CC-7"}' order by o.name, o.id limit 51"""),
    ("JSONB and GIN: sorted", "sorted by a custom attribute",
     "select o.* from peers.jsonb_objects o where o.tenant_id = $1 order by (o.custom_fields -> 'memory_bytes')::numeric, o.name, o.id limit 51"),
    ("JSONB and GIN: search", "search, two words",
     "select o.* from peers.jsonb_objects o where o.tenant_id = $1 and o.name ilike '%srv-waw-10%' and o.custom_fields::text ilike '%lenovo%' order by o.name limit 51"),
]


def run(report) -> None:
    packages.install(tests=True)
    build.build(settings.PRESET, "backend")
    server, environment = cluster.throwaway()
    try:
        stand = Stand(server, environment["MONOZU_TEST_ROLE_PASSWORD"])
        stand.load("tenants", first=1, last=1, cis=LARGE)
        if stand.has("cmdb.installations"):
            stand.load("software", machines=MACHINES, each=PACKAGES, titles=TITLES)
        alone = stand.answers()
        stand.load("tenants", first=2, last=TENANTS, cis=SMALL)
        among = stand.answers()
        for name, times in among.items():
            report.figure(name, times, "ms")
        for name in among:
            report.ratio(f"{name} / {GOAL_MS} ms", _median(among[name]) / GOAL_MS, 1, "lower")
        for name in among:
            # The least that each took: what else the machine does in between makes no difference to that.
            report.ratio(f"{name}: among 999 / alone", min(among[name]) / min(alone[name]), NOISE, "lower")
        stand.load("peers")
        for name, question, statement in PEERS:
            median = report.figure(name, stand.timed(AS_ANYBODY, statement.replace("$1", stand.tenant), "", runs=5), "ms")
            report.ratio(f"{name} / ours", median / _median(among[question]), 2, "higher")
        stand.keep_plans()
    finally:
        server.remove()


def _median(times: list[float]) -> float:
    return sorted(times)[len(times) // 2]


class Stand:
    """A database of its own with the program's schema, and its statements by name."""

    def __init__(self, server: cluster.Cluster, password: str):
        self.server = server
        self.password = password
        self.tenant = f"'{uuid.UUID(hashlib.md5(b'tenant 1').hexdigest())}'"
        self._backend("migrate", {"CLOUD_OWNER_DATABASE_URL": self._url("monozu_owner")})
        listed = self._backend("statements", {})
        self.statements = dict(line.split("\t", 1) for line in listed.splitlines())

    def _backend(self, command: str, environment: dict[str, str]) -> str:
        return subprocess.run([str(build.binary("backend")), command], env=environment, check=True, capture_output=True, text=True).stdout

    def _url(self, role: str) -> str:
        return self.server.url(role, "monozu_cloud", self.password)

    def _psql(self, url: str, text: str, **variables) -> str:
        command = [str(cluster.BIN / "psql"), "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set", "ON_ERROR_STOP=1"]
        for name, value in variables.items():
            command += ["--set", f"{name}={value}"]
        done = subprocess.run([*command, "--file", "-", url], input=text, text=True, capture_output=True)
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        return done.stdout

    def has(self, table: str) -> bool:
        return self._psql(self.server.url(database="monozu_cloud"), f"select to_regclass('{table}') is not null").strip() == "t"

    def load(self, what: str, **variables) -> None:
        """Into tables without their own indexes, which are made again afterwards: that takes half the time."""
        superuser = self.server.url(database="monozu_cloud")
        tables = "('cis', 'ci_values', 'ci_words', 'ci_history', 'relations', 'installations')"
        indexes = self._psql(superuser, f"""
            select i.indexdef || ';' from pg_indexes i
            where i.schemaname = 'cmdb' and i.tablename in {tables}
              and not exists (select from pg_constraint c where c.conindid = format('%I.%I', i.schemaname, i.indexname)::regclass)""")
        if what != "peers":
            self._psql(superuser, "".join(f"drop index cmdb.{name};" for name in re.findall(r"INDEX (\w+) ON", indexes)))
        self._psql(superuser, (FOLDER / f"{what}.sql").read_text(), **variables)
        if what != "peers":
            self._psql(superuser, "set maintenance_work_mem = '512MB';" + indexes)
        self._psql(superuser, "vacuum analyze;")

    def answers(self) -> dict[str, list[float]]:
        """Milliseconds of every question, and of an impact analysis, which is a statement for each step."""
        times = {name: self.timed(AS_THE_PROGRAM, *self._bound("cmdb." + statement, values)) for name, statement, values in QUESTIONS}
        steps = self._impact()
        times[IMPACT] = [sum(step) for step in zip(*steps)]
        return times

    def timed(self, session: str, statement: str, arguments: str, runs: int = RUNS) -> list[float]:
        out = self._explained(session, statement, arguments, "analyze, timing off", runs + 3)
        return [float(found) for found in re.findall(r"Execution Time: ([\d.]+) ms", out)][3:]

    def _explained(self, session: str, statement: str, arguments: str, how: str, runs: int) -> str:
        once = f"explain ({how}) execute asked{arguments};"
        return self._psql(self._url("monozu_app"), f"{session} begin; select app.enter({self.tenant}, null); prepare asked as {statement}; {once * runs}")

    def _bound(self, name: str, values: dict[str, str]) -> tuple[str, str]:
        """The program's statement, and its arguments in the order of its numbers, which only the file that it was made of tells."""
        module, _, rest = name.partition(".")
        stem, _, order = rest.partition("@")
        embed_sql = _embed_sql()
        file = settings.ROOT / "Backend" / "modules" / module / "sql" / f"{stem}.sql"
        source = embed_sql.with_parts(file.read_text(), file.parent)
        parameters = embed_sql.Parameters()
        text = embed_sql.numbered(source, parameters)
        if order:
            variants = embed_sql.variants_of(source, embed_sql.directives_of(source), module, stem, parameters := embed_sql.Parameters())
            text = next(variant for _, _, called, variant in variants if called == name)
        if " ".join(text.split()) != " ".join(self.statements[name].split()):
            raise RuntimeError(f"{name} of the program is not what {file} says; build it again")
        lists = set(re.findall(r":(\w+)::(?:\w+ )*\w+\[\]", source))
        argument = {parameter: f"'{values[parameter]}'" if parameter in values else "'{}'" if parameter in lists else "null" for parameter in parameters.names}
        argument["tenant_id"] = self.tenant
        return text, f"({', '.join(argument[parameter] for parameter in parameters.names)})"

    def _impact(self) -> list[list[float]]:
        """What suffers when the first CI of a landscape fails: its steps, each from the CIs that the one before found."""
        reached = {str(uuid.UUID(hashlib.md5(b"ci 1/5001").hexdigest()))}
        at, steps = set(reached), []
        for _ in range(10):
            statement, arguments = self._bound("cmdb_relations.walk_step", {
                "ids": "{" + ",".join(sorted(at)) + "}", "incoming": "{depends_on}", "outgoing": "{}", "most": "5000"})
            steps.append(self.timed(AS_THE_PROGRAM, statement, arguments))
            found = self._psql(self._url("monozu_app"), f"""{AS_THE_PROGRAM} begin; select app.enter({self.tenant}, null) \\g /dev/null
                prepare asked as {statement}; execute asked{arguments};""")
            at = {line.split("|")[1] for line in found.splitlines() if line.count("|") > 1 and line.split("|")[1]} - reached
            reached |= at
            if not at:
                break
        self.reached = len(reached)
        return steps

    def keep_plans(self) -> None:
        """The plans of all questions, beside the report."""
        path = Path(settings.VAR) / "bench" / "cmdb-plans.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        parts = []
        for name, statement, values in QUESTIONS:
            plans = self._explained(AS_THE_PROGRAM, *self._bound("cmdb." + statement, values), "analyze, buffers, timing off, costs off", 3)
            # The last of the three, when everything is in memory and nothing has to be looked up first.
            parts.append(f"{name} ({statement})\n" + re.split(r"Execution Time: .*\n", plans)[-2])
        path.write_text("\n".join(parts))


def _embed_sql():
    folder = str(settings.ROOT / "cmake")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    import embed_sql
    return embed_sql
