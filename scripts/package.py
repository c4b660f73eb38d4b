#!/usr/bin/env python3
"""Make the zip for the Chrome Web Store from a production build, and check what is in it."""

import environment_setup

environment_setup.run("package")
