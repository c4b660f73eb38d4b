"""Modules by names that are known late: of the bundle, which only the import statement knows."""


def import_module(name, package=None):
    # Where the import statement is; the module has one of its own.
    import builtins

    level = len(name) - len(name.lstrip("."))
    if level:
        if not package:
            raise TypeError(
                "the 'package' argument is required to perform a relative import for " + repr(name)
            )
        base = package.rsplit(".", level - 1)[0]
        name = f"{base}.{name[level:]}" if name[level:] else base
    builtins.__import__(name)
    return sys.modules[name]
