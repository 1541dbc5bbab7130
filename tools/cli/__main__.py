import signal
import sys

import cluster
from failure import Failure


def test_cluster() -> None:
    _, environment = cluster.throwaway()
    for name, value in environment.items():
        print(f"export {name}='{value}'")
    sys.stdout.flush()
    signal.sigwait([signal.SIGINT, signal.SIGTERM])


if __name__ == "__main__":
    try:
        test_cluster()
    except Failure as failure:
        sys.exit(f"{failure.what}\n{failure.advice}")
