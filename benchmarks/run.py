"""Time per record, compared with other libraries, in one run.

    python benchmarks/run.py                 # needs the group: pip install . --group bench
    python benchmarks/run.py --rounds 9

Contenders take turns, so that a slow phase of the machine affects all of them. The result is the
median of the ratios within a round, not an absolute time.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from typing import Any

from medium import Customer

from pytest_fixturegen import generate_instances, generate_lines

Contender = tuple[str, int, Callable[[int], Any]]


def ours() -> list[Contender]:
    """Return our two outputs, and pydantic's validation of the same data."""
    ready = [instance.model_dump() for instance in generate_instances(Customer, 1000, seed=1)]
    validate = Customer.model_validate
    return [
        ("our JSON lines", 2000, lambda n: list(generate_lines(Customer, n, seed=2))),
        ("our instances, validated", 1000, lambda n: list(generate_instances(Customer, n, seed=2))),
        ("pydantic's validation alone", 1000, lambda n: [validate(each) for each in ready[:n]]),
    ]


def peers() -> list[Contender]:
    """Return other tools that write JSON lines of the same model."""
    import handmade
    from faker import Faker
    from polyfactory.factories.pydantic_factory import ModelFactory
    from pydantic_fixturegen.core.generate import GenerationConfig, InstanceGenerator

    class CustomerFactory(ModelFactory[Customer]):
        __faker__ = Faker("en_US")
        __random_seed__ = 2

    other = InstanceGenerator(config=GenerationConfig(seed=2))
    fake = Faker("en_US")
    fake.seed_instance(2)
    return [
        (
            "polyfactory, JSON lines",
            40,
            lambda n: [each.model_dump_json() for each in CustomerFactory.batch(n)],
        ),
        (
            "pydantic-fixturegen, JSON lines",
            40,
            lambda n: [each.model_dump_json() for each in _made(other, n)],
        ),
        (
            "factory_boy, JSON lines",
            40,
            lambda n: [each.model_dump_json() for each in handmade.CustomerFactory.build_batch(n)],
        ),
        (
            "Faker by hand, JSON lines",
            40,
            lambda n: [handmade.make_customer(fake).model_dump_json() for _ in range(n)],
        ),
    ]


def _made(generator: Any, n: int) -> list[Any]:
    instances = [generator.generate_one(Customer) for _ in range(n)]
    if any(instance is None for instance in instances):
        raise SystemExit("pydantic-fixturegen made no instance")
    return instances


def measured(contenders: list[Contender], rounds: int) -> dict[str, list[float]]:
    """Return microseconds per record for each contender and round, after a warm-up round."""
    times: dict[str, list[float]] = {name: [] for name, _, _ in contenders}
    for turn in range(rounds + 1):
        for name, count, make in contenders:
            start = time.perf_counter()
            make(count)
            if turn:
                times[name].append((time.perf_counter() - start) / count * 1e6)
    return times


def ratio(times: dict[str, list[float]], above: str, below: str) -> float:
    """Return the median, over the rounds, of the ratio of *above* to *below*."""
    return statistics.median(a / b for a, b in zip(times[above], times[below], strict=True))


def main() -> None:
    """Print the table and the limits that are met or missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    contenders = ours() + peers()
    times = measured(contenders, parser.parse_args().rounds)
    lines, instances, alone = (name for name, _, _ in contenders[:3])
    title = "the medium model (22 fields, 3 nested, a list)"
    print(f"{title:48} {'µs/record':>10} {'× our lines':>12}")
    for name, taken in times.items():
        print(f"{name:48} {statistics.median(taken):10.1f} {ratio(times, name, lines):12.1f}")
    faster = min(
        (name for name, _, _ in contenders[3:5]), key=lambda name: statistics.median(times[name])
    )
    bars = [
        ("JSON lines: at most 50 µs a record", statistics.median(times[lines]), 50.0),
        (
            f"JSON lines: at most 1/50 of {faster.partition(',')[0]}",
            ratio(times, lines, faster),
            1 / 50,
        ),
        ("instances: at most 1.5 × validation alone", ratio(times, instances, alone), 1.5),
    ]
    print()
    for bar, figure, most in bars:
        print(f"{'ok  ' if figure <= most else 'MISS'} {bar}: {figure:.3g}")


if __name__ == "__main__":
    main()
