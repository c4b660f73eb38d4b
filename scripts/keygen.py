#!/usr/bin/env python3
"""Fix the extension's id by a key pair; print the id, and how Clerk learns of it."""

import environment_setup

environment_setup.run("keygen")
