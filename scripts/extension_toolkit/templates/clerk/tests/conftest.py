"""Variables that the build takes from the environment files."""

import os

os.environ.setdefault("PUBLIC_CLERK_PUBLISHABLE_KEY", "pk_test_…")
