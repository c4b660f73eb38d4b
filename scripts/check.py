#!/usr/bin/env python3
"""Format, lint, check types, test, or measure what the unit tests cover.

Several names run one after another.

python3 scripts/check.py            what a change has to pass: format, lint, types, tests
python3 scripts/check.py lint types
"""

import environment_setup

environment_setup.ensure()

import argparse  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402

CHECKS = {
    "format": ["ruff format ."],
    "lint": ["ruff check --fix ."],
    "types": ["mypy"],
    "tests": ["pytest"],
    "coverage": ["pytest tests/unit --cov --cov-report=term:skip-covered --cov-report=html"],
}
USUAL = ("format", "lint", "types", "tests")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(CHECKS))
    names = parser.parse_args().names or USUAL
    if unknown := set(names) - CHECKS.keys():
        parser.error(f"no check is called {', '.join(sorted(unknown))}")
    for name in names:
        for command in CHECKS[name]:
            print(f"• {command}", flush=True)
            words = [sys.executable, "-m", *command.split()]
            if status := subprocess.run(words, cwd=environment_setup.ROOT, check=False).returncode:
                return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
