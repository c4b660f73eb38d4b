#!/usr/bin/env python3
"""Build the extension from `src/` into `build/`, ready for “Load unpacked”."""

import environment_setup

environment_setup.run("build")
