"""A Dask scheduler and worker processes, two or so many: `python -m tests.site.dask_cluster [WORKERS [THREADS]]`.

Writes the scheduler's address; for each line that comes in, how many workers have rendered pages, and how many seconds of
processor time all workers have used; ends with its input.
"""

from __future__ import annotations

import sys
import time

import distributed


def has_rendered() -> bool:
    return "generator.rendering.render" in sys.modules


def main() -> None:
    workers, threads = (*map(int, sys.argv[1:]), *(2, 1)[len(sys.argv) - 1 :])
    cluster = distributed.LocalCluster(
        n_workers=workers,
        threads_per_worker=threads,
        processes=True,
        dashboard_address=None,
        memory_limit=0,
    )
    with cluster, distributed.Client(cluster) as client:
        sys.stdout.write(f"{cluster.scheduler_address.replace('tcp://', 'dask://')}\n")
        sys.stdout.flush()
        for _ in sys.stdin:
            sys.stdout.write(
                f"{sum(client.run(has_rendered).values())} {sum(client.run(time.process_time).values()):.2f}\n"
            )
            sys.stdout.flush()


if __name__ == "__main__":
    main()
