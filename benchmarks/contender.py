"""One contender of the benchmark suite, as a process that takes turns with the others.

    python -m benchmarks.contender polyfactory

It reads requests from its standard input, one JSON object in each line: the name of a model of
:mod:`benchmarks.models`, the name of an output and a number of records. The answer has the seconds
of processor time that the records took, or the reason why there are none. A model is prepared, and
a few records are made, before the time is taken.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.models import DOCUMENTS, load_model

READY_COUNT = 500
"""Records that the limits (validation, encoding, writing) work on again and again."""

Make = Callable[[int], Any]
"""Makes a number of records."""


def prepare_lines(name: str) -> Make:
    """Return what writes records as lines of JSON."""
    from pytest_fixturegen import generate_lines

    model = load_target(name)
    return lambda count: consume(generate_lines(model, count, seed=2))


def prepare_instances(name: str) -> Make:
    """Return what makes validated instances."""
    from pytest_fixturegen import generate_instances

    model = load_target(name)
    return lambda count: consume(generate_instances(model, count, seed=2))


def prepare_arrow(name: str) -> Make:
    """Return what makes Arrow tables."""
    from pytest_fixturegen import frame

    model = load_target(name)
    return lambda count: frame(model, count, seed=2)


def prepare_validation(name: str) -> Make:
    """Return what validates ready records, as Pydantic or jsonschema-rs does alone."""
    if name in DOCUMENTS:
        return prepare_schema_validation(name)
    from pydantic import TypeAdapter

    from pytest_fixturegen import generate_instances

    adapter = TypeAdapter(load_model(name))
    instances = list(generate_instances(load_model(name), READY_COUNT, seed=1))
    records = [adapter.dump_python(each, by_alias=True, round_trip=True) for each in instances]
    return repeat(adapter.validate_python, records)


def prepare_schema_validation(name: str) -> Make:
    """Return what validates ready records of a document."""
    import jsonschema_rs
    import yaml

    path, _, component = load_model(name).partition(":")
    schema = yaml.safe_load(Path(path).read_text("utf-8"))
    if component:
        schema = {"$ref": f"#/components/schemas/{component}", **schema}
    validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
    return repeat(validator.validate, [json.loads(line) for line in list_lines(name)])


def prepare_encoding(name: str) -> Make:
    """Return what encodes ready records with orjson."""
    import orjson

    return repeat(orjson.dumps, [orjson.loads(line) for line in list_lines(name)])


def prepare_writing(name: str) -> Make:
    """Return what writes ready lines to a file."""
    lines = [line + b"\n" for line in list_lines(name)]
    path = Path(tempfile.mkdtemp(prefix="benchmarks-")) / "lines"

    def write(count: int) -> None:
        with path.open("wb") as file:
            for number in range(count):
                file.write(lines[number % len(lines)])

    return write


def prepare_columns(name: str) -> Make:
    """Return what makes Arrow tables from ready columns of Python values."""
    import pyarrow

    from pytest_fixturegen import frame

    table = frame(load_target(name), READY_COUNT, seed=1)
    columns = table.to_pydict()

    def convert(count: int) -> None:
        for _ in range(max(1, count // READY_COUNT)):
            pyarrow.Table.from_pydict(columns, schema=table.schema)

    return convert


def prepare_polyfactory(name: str) -> Make:
    """Return what writes JSON with polyfactory."""
    from polyfactory.factories.pydantic_factory import ModelFactory

    factory = ModelFactory.create_factory(load_model(name), __random_seed__=2)
    return lambda count: [each.model_dump_json() for each in factory.batch(count)]


def prepare_pydantic_fixturegen(name: str) -> Make:
    """Return what writes JSON with pydantic-fixturegen."""
    from pydantic_fixturegen.core.generate import GenerationConfig, InstanceGenerator

    model, generator = load_model(name), InstanceGenerator(config=GenerationConfig(seed=2))
    return lambda count: [generator.generate_one(model).model_dump_json() for _ in range(count)]


def prepare_factory_boy(name: str) -> Make:
    """Return what writes JSON with a factory that was written by hand."""
    from benchmarks.handmade import CustomerFactory

    require_medium(name)
    return lambda count: [each.model_dump_json() for each in CustomerFactory.build_batch(count)]


def prepare_faker(name: str) -> Make:
    """Return what writes JSON with calls of Faker that were written by hand."""
    from faker import Faker

    from benchmarks.handmade import make_customer

    require_medium(name)
    fake = Faker("en_US")
    fake.seed_instance(2)
    return lambda count: [make_customer(fake).model_dump_json() for _ in range(count)]


def prepare_mimesis(name: str) -> Make:
    """Return what writes JSON with a schema of mimesis that was written by hand."""
    from benchmarks.mimesis_schema import make_schema
    from benchmarks.models import Customer

    require_medium(name)
    schema = make_schema()
    return lambda count: [
        Customer.model_validate(each).model_dump_json() for each in schema.create(count)
    ]


def prepare_hypothesis(name: str) -> Make:
    """Return what writes JSON of the examples that Hypothesis draws for the type."""
    from hypothesis import HealthCheck, Phase, assume, given, settings
    from hypothesis import strategies as st
    from pydantic import ValidationError

    model = load_model(name)

    def draw(count: int) -> list[str]:
        texts: list[str] = []

        @settings(
            max_examples=count,
            phases=[Phase.generate],
            database=None,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        )
        @given(st.data())
        def run(data: Any) -> None:
            try:
                instance = data.draw(st.builds(model))
            except ValidationError:
                assume(condition=False)
            texts.append(instance.model_dump_json())

        run()
        if len(texts) < count // 2:
            raise ValueError(f"{len(texts)} of {count} examples satisfy the model")
        return texts

    return draw


OUTPUTS: dict[str, Callable[[str], Make]] = {
    "lines": prepare_lines,
    "instances": prepare_instances,
    "arrow": prepare_arrow,
    "validation alone": prepare_validation,
    "orjson alone": prepare_encoding,
    "writing alone": prepare_writing,
    "pyarrow from columns": prepare_columns,
}
"""Our outputs, and the limits that they can reach at best."""

PEERS: dict[str, Callable[[str], Make]] = {
    "polyfactory": prepare_polyfactory,
    "pydantic-fixturegen": prepare_pydantic_fixturegen,
    "Hypothesis": prepare_hypothesis,
    "Faker": prepare_faker,
    "factory_boy": prepare_factory_boy,
    "mimesis": prepare_mimesis,
}
"""Other tools; those written by hand know the medium model only."""


def load_target(name: str) -> Any:
    """Return the model *name* as our functions take it."""
    from pytest_fixturegen import document

    return document(load_model(name)) if name in DOCUMENTS else load_model(name)


@cache
def list_lines(name: str) -> list[bytes]:
    """Return ready lines of JSON."""
    from pytest_fixturegen import generate_lines

    return [bytes(line) for line in generate_lines(load_target(name), READY_COUNT, seed=1)]


def repeat(work: Callable[[Any], Any], records: list[Any]) -> Make:
    """Return what does *work* on as many of *records* as asked, from the first again at the end."""

    def run(count: int) -> None:
        for number in range(count):
            work(records[number % len(records)])

    return run


def consume(values: Iterable[Any]) -> None:
    """Draw all *values* without keeping them."""
    for _ in values:
        pass


def require_medium(name: str) -> None:
    """Raise ValueError unless *name* is the model for which data was written by hand."""
    if name != "medium":
        raise ValueError("written by hand for the medium model only")


@cache
def prepare(name: str, output: str) -> Make:
    """Return what makes records of the model *name*, after a first few."""
    make = {**OUTPUTS, **PEERS}[output](name)
    make(20)
    return make


def answer(name: str, output: str, count: int) -> dict[str, Any]:
    """Return the seconds of processor time of *count* records, or the reason why there are none."""
    try:
        make = prepare(name, output)
        start = time.process_time()
        make(count)
        return {"seconds": time.process_time() - start}
    except Exception as error:  # tools fail in many ways, and a failure is a result
        return {"error": f"{type(error).__name__}: {error}".splitlines()[0][:80]}


def main() -> None:
    """Answer requests until the input ends."""
    replies = sys.stdout
    sys.stdout = sys.stderr  # tools may print
    for line in sys.stdin:
        print(json.dumps(answer(**json.loads(line))), file=replies, flush=True)


if __name__ == "__main__":
    main()
