"""`collections.abc` is `_collections_abc`, which takes long to load and which few programs need."""

import _collections_abc
import sys

sys.modules[__name__] = _collections_abc
