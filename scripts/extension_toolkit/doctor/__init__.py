"""Checks of the machine and of the project, each with what to do; nothing asks the network.

machine    Python, Chrome and its driver, ports
keys       environment files, the extension's key and id, what git has of them
extension  a build of the project: manifest, icons, permissions, files
texts      messages that nobody uses, and those that a language lacks

Each check yields what is well as text, and what is not as a `Finding`.
"""
