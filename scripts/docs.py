#!/usr/bin/env python3
"""Build the documentation into `build/site/`, or serve it and follow your changes."""

import environment_setup

environment_setup.ensure()

import argparse  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--serve", action="store_true", help="serve it on http://127.0.0.1:8000 until Ctrl-C"
    )
    work = ["serve"] if parser.parse_args().serve else ["build", "--strict"]
    command = [sys.executable, "-m", "mkdocs", *work]
    try:
        return subprocess.run(command, cwd=environment_setup.ROOT, check=False).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
