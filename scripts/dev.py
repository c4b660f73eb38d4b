#!/usr/bin/env python3
"""Run Chrome with the extension; build and load it again whenever a file changes."""

import environment_setup

environment_setup.run("dev")
