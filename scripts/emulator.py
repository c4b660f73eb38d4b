#!/usr/bin/env python3
"""Run the local Clerk emulator by itself, until Ctrl-C."""

import environment_setup

environment_setup.run("emulator")
