"""The toolkit: all that builds, serves and drives an extension written in Python.

toolchain     compiles `src/` into an extension
emulator      a local Clerk
automation    Chrome with the extension, for demonstrations and tests
"""
