"""Give a benchmark the environment of the commands in `scripts/`; imported before them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

import environment_setup

ROOT = environment_setup.ROOT

environment_setup.ensure()
