"""The parts of a development run, which `commands/dev.py` puts together.

watching       which files of the project changed
loaded         the extension in the browser: loaded, and loaded again with its tabs
consoles       what its contexts write, in the terminal
local_clerk    the emulator, where the project's key is the emulator's
"""
