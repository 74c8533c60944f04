"""``python -m pytest_fixturegen`` is ``pfg``."""

from pytest_fixturegen.cli.main import run

if __name__ == "__main__":
    run()
