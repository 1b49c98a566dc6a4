"""Timing on the kernel's side: in turn, without the garbage of others, to the wire.

Times are processor time of this process, so that others who share the machine do not
count; on a machine of one's own it is the time that passes.
"""

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from time import process_time
from typing import Any, TypeVar

import comm
from jupyter_client.session import Session

Task = TypeVar("Task")
PACK = Session().pack
HOW = "processor time, each task by its fastest round; median (least to most)"


class Wire(comm.base_comm.BaseComm):
    """Pack each message as a kernel would, and count messages and bytes."""

    sent, messages = 0, 0

    def publish_msg(self, msg_type: str, **message: Any) -> None:
        buffers = message.pop("buffers", None) or []
        message.pop("keys", None)
        Wire.messages += 1
        Wire.sent += len(PACK(message)) + sum(memoryview(b).nbytes for b in buffers)

    @classmethod
    def plug_in(cls) -> None:
        """Let every widget that is made from now on send its messages here."""
        comm.create_comm = cls


@dataclass(frozen=True)
class Took:
    """Milliseconds of each task, the fastest of its rounds, and kB sent for it."""

    ms: tuple[float, ...]
    kilobytes: float

    @property
    def median_ms(self) -> float:
        return median(self.ms)

    def __str__(self) -> str:
        return f"{self.median_ms:8.1f} ({min(self.ms):.1f} to {max(self.ms):.1f})"


def in_turn(
    ways: Mapping[str, Callable[[Task], object]], tasks: Sequence[Task], rounds: int
) -> dict[str, Took]:
    """Time every way on every task, round by round, one way after the other.

    What disturbs one round spares another, so that the fastest counts, as in
    `timeit`. A way that gives a list of messages has sent them.
    """
    times: dict[str, list[list[float]]] = {name: [] for name in ways}
    sent = {}
    for name, way in [*ways.items()] * rounds:
        Wire.sent = 0
        times[name].append(_ms(way, tasks))
        sent[name] = Wire.sent / 1000 / len(tasks)
    return {
        name: Took(tuple(map(min, zip(*found, strict=True))), sent[name])
        for name, found in times.items()
    }


def _ms(way: Callable[[Task], object], tasks: Sequence[Task]) -> list[float]:
    gc.collect()
    gc.disable()
    found = []
    for task in tasks:
        start = process_time()
        result = way(task)
        found.append(1000 * (process_time() - start))
        Wire.sent += sum(map(len, result)) if isinstance(result, list) else 0
    gc.enable()
    return found


def judged(targets: Mapping[str, tuple[float, str, float]]) -> int:
    """Print what was wanted beside what was found; give 1 if a target is missed."""
    missed = 0
    for name, (found, sign, wanted) in targets.items():
        met = found <= wanted if sign == "at most" else found >= wanted
        missed |= not met
        mark = "met   " if met else "MISSED"
        print(f"{mark} {name}: {found:,.1f} ({sign} {wanted:,g})")
    return int(missed)
