#!/usr/bin/env python3
"""Make a new extension of your own: `python3 scripts/new.py ../my-extension`."""

import environment_setup

environment_setup.run("new")
