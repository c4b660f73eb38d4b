"""The scripts of a build: modules compiled, the run time cut down; what was made before is kept."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .brython import Brython
from .compact import compact
from .imports import Module
from .minified import minified
from .pages import RUNTIME, Chunk
from .runtime import cut_runtime
from .short_names import with_short_names
from .shorten import shorten

# Packages whose versions decide what is in a built file, beside the toolkit's own source.
TOOLS = ("brython", "mini-racer", "tdewolff-minify", "tree-sitter", "tree-sitter-javascript")
TOOLCHAIN = Path(__file__).parent
LOADER = {
    "development": ("loader.js", "operators.js", "coroutines.js", "tracebacks.js", "overlay.js"),
    "production": ("loader.js", "operators.js", "coroutines.js", "tracebacks.js"),
}


def toolchain_digest() -> str:
    """Return what changes whenever the same source may be compiled to something else."""
    return _digest(
        *(importlib.metadata.version(name) for name in TOOLS),
        *(p.read_text("utf-8") for p in sorted(TOOLCHAIN.rglob("*.[jp][sy]"))),
    )


class ScriptMaker:
    """Makes the scripts of one build.

    Args:
        brython: What compiles.
        cache: The folder of what was made before.
        mode: As of the build.
    """

    def __init__(self, brython: Brython, cache: Path, mode: str) -> None:
        self.brython = brython
        self.cache = cache
        self.mode = mode
        self.digest = toolchain_digest()
        # So that V8 need not start when nothing changed.
        names = self._cached("builtin modules", lambda: json.dumps(sorted(brython.builtin_modules)))
        brython.__dict__["builtin_modules"] = frozenset(json.loads(names))

    def module(self, module: Module) -> str:
        """Return the script that makes a module known."""
        about: dict[str, Any] = {"file": module.filename}
        if module.is_package:
            about["package"] = True
        if module.language == "js":
            about["js"] = True
            body = module.source
        else:
            body = self._compiled(module)
            if self.mode == "development" and module.source:
                about["source"] = module.source
        head = f"$python.define({json.dumps(module.name)},{json.dumps(about)},function(){{\n"
        return f"{head}{body}\n}})\n"

    def files(self, chunks: dict[str, Chunk], modules: dict[str, str]) -> dict[str, bytes]:
        """Return the files of the run time and of the modules, by path in the extension.

        Args:
            chunks: Which modules stand together, by the name of the file.
            modules: The script of each.
        """
        texts = {
            f"python/{name}": "".join(modules[module.name] for module in chunk.modules)
            for name, chunk in chunks.items()
        }
        loader = ";\n".join((TOOLCHAIN / name).read_text("utf-8") for name in LOADER[self.mode])
        names = {
            name
            for text in [*texts.values(), loader]
            for name in re.findall(r"\$B\.([\w$]+)", text)
        }
        used = " ".join(f"$B.{name}" for name in sorted(names))
        runtime = self._cached(
            f"runtime {used}", lambda: cut_runtime(self.brython.runtime_source, used)
        )
        shared = texts.get(f"python/{RUNTIME}", "")
        texts[f"python/{RUNTIME}"] = f"{runtime}\n{loader}\n{shared}"
        if self.mode == "production":
            texts = self._minified(texts)
        return {name: text.encode() for name, text in texts.items()}

    def _compiled(self, module: Module) -> str:
        def compile_module() -> str:
            source = module.source
            if self.mode == "production" and module.tree:
                source = shorten(source, module.tree)
            compiled = self.brython.compile(
                source, module.filename, module.name, library=module.in_library
            )
            if self.mode == "production":
                compiled = compact(compiled, source)
            return f"{compiled}\nreturn locals"

        return self._cached(
            f"{self.mode}\n{module.name}\n{module.filename}\n{module.source}", compile_module
        )

    def _minified(self, scripts: dict[str, str]) -> dict[str, str]:
        """Shorten scripts for the store; what a developer reads stays as it is."""

        def shorten_all() -> str:
            return json.dumps({n: minified(s) for n, s in with_short_names(scripts).items()})

        made: dict[str, str] = json.loads(
            self._cached(f"minified {json.dumps(scripts)}", shorten_all)
        )
        return made

    def _cached(self, key: str, make: Callable[[], str]) -> str:
        path = self.cache / _digest(self.digest, key)
        if path.is_file():
            return path.read_text("utf-8")
        made = make()
        self.cache.mkdir(parents=True, exist_ok=True)
        temporary = path.with_suffix(f".{os.getpid()}")
        temporary.write_text(made, "utf-8")
        temporary.replace(path)
        return made


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
