"""The toolkit: all that builds, serves and drives an extension written in Python.

commands      what a developer calls: build, emulator, …
toolchain     compiles `src/` into an extension
emulator      a local Clerk
automation    Chrome with the extension, for development, demonstrations and tests
testing       pytest fixtures for extensions
console       how commands talk
errors        the root of all errors that a developer can mend
"""
