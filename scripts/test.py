#!/usr/bin/env python3
"""Run every test, unit and browser, with pytest. Arguments are pytest's."""

import environment_setup

environment_setup.ensure()

import subprocess  # noqa: E402
import sys  # noqa: E402

if __name__ == "__main__":
    command = [sys.executable, "-m", "pytest", *sys.argv[1:]]
    try:
        sys.exit(subprocess.run(command, cwd=environment_setup.ROOT, check=False).returncode)
    except KeyboardInterrupt:
        sys.exit(130)
