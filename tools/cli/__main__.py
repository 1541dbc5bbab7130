"""./monozu: the one command. What each of its verbs does stands in the module that it calls."""

import argparse
import signal
import sys

import ui
from failure import Failure

# Only what a verb needs is loaded: `status` answers at once.


def main() -> int:
    arguments = _parser().parse_args()
    return arguments.run(arguments) or 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="monozu", description="Monozu Cloud on this machine.")
    parser.set_defaults(run=lambda _: parser.print_help() or 2)
    verbs = parser.add_subparsers(metavar="command")

    def verb(name: str, run, help: str | None) -> argparse.ArgumentParser:
        added = verbs.add_parser(name, **({"help": help} if help else {}))
        added.set_defaults(run=run)
        return added

    up = verb("up", _up, "install what is missing, build, start everything, and say where it is")
    up.add_argument("--detach", action="store_true", help="return once all is ready, instead of staying until Ctrl-C")
    verb("down", _down, "stop everything, in order, and keep all data")
    verb("status", _status, "what runs, where, and how much memory it takes")
    logs = verb("logs", _logs, "the end of a service's log, or of all of them")
    logs.add_argument("service", nargs="?")
    logs.add_argument("-f", "--follow", action="store_true", help="go on as lines arrive")
    reset = verb("reset", _reset, "remove the database, the logins and the logs (asks first)")
    reset.add_argument("--yes", action="store_true", help="do not ask")
    test = verb("test", _test, "install what is missing, build, and run every test, or the suites named")
    test.add_argument("suite", nargs="*")
    bench = verb("bench", _bench, "measure one thing and compare it with a peer")
    bench.add_argument("name")
    audit = verb("audit", _audit, "check that the audit log is what was written: ./monozu audit verify [tenant]")
    audit.add_argument("action", choices=["verify"])
    audit.add_argument("tenant", nargs="?", help="one tenant's id; all of them without it")
    verb("gen", _generate, "make again what is generated and committed")
    verb("test-cluster", _test_cluster, None)
    verb("supervise", _supervise, None)
    verb("outbox", _outbox, None)
    return parser


def _up(arguments) -> int:
    import product
    return product.up(arguments.detach)


def _down(_) -> int:
    import product
    return product.down()


def _status(_) -> int:
    import product
    return product.status()


def _logs(arguments) -> int:
    import product
    return product.logs(arguments.service, arguments.follow)


def _reset(arguments) -> int:
    import product
    return product.reset(arguments.yes)


def _test(arguments) -> int:
    import suites
    return suites.run(arguments.suite)


def _bench(arguments) -> int:
    import bench
    return bench.run(arguments.name)


def _audit(arguments) -> int:
    import audit
    return audit.verify(arguments.tenant)


def _generate(_) -> int:
    import generated
    return generated.run()


def _test_cluster(_) -> int:
    """A throwaway database for tests that are run by hand: prints what they read from the environment, and stays until Ctrl-C."""
    import cluster
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    _, environment = cluster.throwaway()
    print("".join(f"export {name}='{value}'\n" for name, value in environment.items()), end="", flush=True)
    signal.pause()
    return 0


def _outbox(_) -> int:
    import outbox
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    outbox.serve().serve_forever()
    return 0


def _supervise(_) -> int:
    import supervisor
    return supervisor.Supervisor().run()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failure as failure:
        ui.say(f"\n{failure.what}")
        if failure.advice:
            ui.say(f"\nWhat to do: {failure.advice}")
        sys.exit(1)
    except KeyboardInterrupt:
        ui.say("\nInterrupted.")
        sys.exit(130)
