#!/usr/bin/env python3
"""Check this machine and this project; say of each finding how to mend it."""

import environment_setup

environment_setup.run("doctor")
