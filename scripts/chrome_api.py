#!/usr/bin/env python3
"""Make the table of Chrome's extension API and the stubs of `chrome` again.

Both come from npm's package `chrome-types`.

Needed when they are to know a newer Chrome: raise VERSION in
`extension_toolkit/chrome_api/generate.py`, run this, and commit what changed.
"""

import environment_setup

environment_setup.ensure()

import argparse  # noqa: E402
import sys  # noqa: E402

from extension_toolkit.chrome_api import generate  # noqa: E402


def main() -> None:
    argparse.ArgumentParser(description=__doc__.partition("\n")[0]).parse_args()
    try:
        table = generate.write(environment_setup.ROOT / "src" / "chrome")
    except generate.NpmError as error:
        sys.exit(str(error))
    print(f"{table['source']}: {len(table['namespaces'])} namespaces")


if __name__ == "__main__":
    main()
