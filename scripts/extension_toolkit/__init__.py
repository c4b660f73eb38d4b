"""The toolkit: all that builds, serves and drives an extension written in Python.

commands      what a developer calls: build, emulator, …
toolchain     compiles `src/` into an extension
store         what the Chrome Web Store asks for: checks, and the package
doctor        checks of the machine and of a project
emulator      a local Clerk
automation    Chrome with the extension, for development, demonstrations and tests
testing       pytest fixtures for extensions
findings      what checks find
git           what git knows of a project's files
console       how commands talk
errors        the root of all errors that a developer can mend
"""
