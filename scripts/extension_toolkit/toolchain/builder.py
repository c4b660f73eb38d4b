"""Build the extension: read `src/`, compile, and write what changed."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import re
import shutil
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from . import background, content_scripts, icons
from .brython import Brython, installed_brython
from .compact import compact
from .environment import Environment, read_environment, refuse_unset
from .errors import BuildError
from .evaluated import refuse_evaluated_code
from .imports import Module
from .locales import check_messages
from .manifest import make_manifest, read_budget
from .markup import left_out
from .minified import minified
from .modules import ModuleFinder, is_javascript_module
from .pages import RUNTIME, Chunk, page_module, rewrite_page, share_out
from .production import RULES_FILE, add_origin_rule
from .pyproject import read_pyproject
from .runtime import cut_runtime
from .secret_keys import refuse_secret_key
from .shorten import shorten
from .sources import Sources
from .sync_host import sync_host_permissions
from .texts import read_text
from .weight import check_budget, zipped_size

OUTPUT_FOLDERS = {"development": "chrome-mv3-dev", "production": "chrome-mv3-prod"}
MANIFEST = "manifest.json"
# Packages whose versions decide what is in a built file, beside the toolkit's own source.
TOOLS = ("brython", "mini-racer", "tdewolff-minify", "tree-sitter", "tree-sitter-javascript")
NOT_SHIPPED = {".py", ".pyi", ".pyc", ".typed", ".html", ".md"}
TOOLCHAIN = Path(__file__).parent
LOADER = {
    "development": ("loader.js", "operators.js", "coroutines.js", "tracebacks.js", "overlay.js"),
    "production": ("loader.js", "operators.js", "coroutines.js", "tracebacks.js"),
}


@dataclass
class Built:
    """What a build wrote.

    Attributes:
        folder: The unpacked extension.
        contents: What is in each file, by path within it.
        modules: Every bundled module.
        module_sizes: Size of each in bytes, by name.
        warnings: What the developer should look at.
        written: How many files differed from the last build.
    """

    folder: Path
    contents: dict[str, bytes] = field(repr=False)
    modules: list[Module]
    module_sizes: dict[str, int]
    warnings: list[str]
    written: int = 0

    @property
    def files(self) -> dict[str, int]:
        """Size of each file in bytes, by path within the folder."""
        return {name: len(content) for name, content in sorted(self.contents.items())}

    @cached_property
    def compressed(self) -> int:
        """Size of a zip file of all files, in bytes; made when asked for, since it takes time."""
        return zipped_size(self.contents)


@dataclass
class Builder:
    """One build of one project.

    Args:
        root: The project's folder.
        mode: `development` (source lines in tracebacks) or `production`.
        output: Where to write; by default a folder of the mode's in `build/`.
    """

    root: Path
    mode: str = "development"
    output: Path | None = None
    brython: Brython = field(default_factory=installed_brython)

    def __post_init__(self) -> None:
        self.sources = Sources(self.root)
        self.cache = self.root / "build" / ".cache"
        self.folder = self.output or self.root / "build" / OUTPUT_FOLDERS[self.mode]
        self.toolchain_digest = _digest(
            *(importlib.metadata.version(name) for name in TOOLS),
            *(p.read_text("utf-8") for p in sorted(TOOLCHAIN.rglob("*.[jp][sy]"))),
        )

    def build(self) -> Built:
        """Build, and leave the last good build alone when something is wrong.

        Raises:
            BuildError: Something in the project has to be mended first.
        """
        environment = read_environment(self.root, self.mode)
        generated = {"webext.env": environment.module_source()}
        finder = ModuleFinder(self.sources, self._cached_brython(), generated)
        pages = {
            name: page_module(name, self.sources)
            for name in self.sources.files()
            if name.endswith(".html")
        }
        scripts = content_scripts.content_scripts(self.sources)
        if not pages and not scripts:
            raise BuildError(f"no page (*.html) in {self.sources.folder}")
        entries = {name: entry for name, entry in (pages | scripts).items() if entry}
        found = finder.reachable(entries.values(), pages.get(background.PAGE))
        reached = {name: found[entry] for name, entry in entries.items()}
        modules = {module.name: module for found in reached.values() for module in found}
        texts = {module.name: self._module_script(module) for module in modules.values()}
        sizes = {name: len(text.encode()) for name, text in texts.items()}
        chunks = share_out(reached, sizes, self.mode)
        loaded = {
            page: [name for name in chunks if page in chunks[name].pages and name != RUNTIME]
            for page in reached
        }
        files = self._scripts(chunks, texts)
        if "unicodedata" in modules:
            files["python/unicode.txt"] = self.brython.character_names.encode()
        for page, entry in pages.items():
            text = self.sources.path(page).read_text("utf-8")
            files[page] = rewrite_page(text, entry, loaded.get(page, [])).encode()
        files |= icons.make_icons(self.sources, grey=self.mode == "development")
        files |= self._static_files({MANIFEST, background.EVENTS_FILE, RULES_FILE, *scripts})
        if background.PAGE in pages:
            script = background.events_script(reached.get(background.PAGE, []))
            files[background.EVENTS_FILE] = script.encode()
        injected = content_scripts.manifest_entries(
            {name: reached[name] for name in scripts}, loaded, self.sources
        )
        warnings: list[str] = []
        manifest = self._manifest(modules, environment, files, warnings)
        refuse_unset(modules.values(), environment)
        if scripts:
            files |= content_scripts.files(scripts, files)
            manifest.setdefault("content_scripts", []).extend(injected)
        files[MANIFEST] = _json(check_messages(manifest, files, modules.values()))
        refuse_evaluated_code(files)
        warnings += self._left_out(pages, manifest, files)
        warnings += self._shadows(modules)
        built = Built(self.folder, files, [*modules.values()], sizes, warnings)
        if self.mode == "production":
            runtime = len(files[f"python/{RUNTIME}"])
            weights = {
                page: runtime + sum(len(files[f"python/{name}"]) for name in names)
                for page, names in loaded.items()
            }
            check_budget(read_budget(self.root), built.compressed, weights, reached, sizes)
        built.written = self._write(files)
        return built

    def _cached_brython(self) -> Brython:
        """Know the run time's modules without starting V8, when nothing changed."""
        names = self._cached(
            "builtin modules", lambda: json.dumps(sorted(self.brython.builtin_modules))
        )
        self.brython.__dict__["builtin_modules"] = frozenset(json.loads(names))
        return self.brython

    def _scripts(self, chunks: dict[str, Chunk], modules: dict[str, str]) -> dict[str, bytes]:
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
        return {name: self._minified(text).encode() for name, text in texts.items()}

    def _module_script(self, module: Module) -> str:
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

    def _minified(self, script: str) -> str:
        """Shorten a script for the store; what a developer reads stays as it is."""
        if self.mode == "development":
            return script
        return self._cached(f"minified {script}", lambda: minified(script))

    def _cached(self, key: str, make: Any) -> str:
        path = self.cache / _digest(self.toolchain_digest, key)
        if path.is_file():
            return path.read_text("utf-8")
        made: str = make()
        self.cache.mkdir(parents=True, exist_ok=True)
        temporary = path.with_suffix(f".{os.getpid()}")
        temporary.write_text(made, "utf-8")
        temporary.replace(path)
        return made

    def _static_files(self, made: Collection[str]) -> dict[str, bytes]:
        """What is copied as it is.

        Args:
            made: The names of files that the build makes.

        Raises:
            BuildError: One has such a name, or holds a secret.
        """
        files = {}
        for name, path in self.sources.files().items():
            if _is_static(path) and name != icons.IMAGE:
                if name in made or name.startswith("python/"):
                    raise BuildError(
                        "the build makes a file of this name; fields of the manifest go below "
                        "[tool.extension.manifest] in pyproject.toml"
                        if name == MANIFEST
                        else "the build makes a file of this name; rename this one",
                        self.sources.label(path),
                    )
                content = path.read_bytes()
                refuse_secret_key(content.decode("utf-8", "ignore"), self.sources.label(path))
                files[name] = content
        return files

    def _manifest(
        self,
        modules: dict[str, Module],
        environment: Environment,
        files: dict[str, bytes],
        warnings: list[str],
    ) -> dict[str, Any]:
        clerk = environment.publishable_key() if "clerk" in modules else None
        own = [m for m in modules.values() if not m.filename.endswith("(generated)")]
        frontend_api = clerk.frontend_api if clerk else None
        key = environment.extension_key()
        manifest = make_manifest(self.root, own, frontend_api, key, warnings)
        if followed := sync_host_permissions(own, environment):
            hosts = {*manifest.get("host_permissions", []), *followed}
            manifest["host_permissions"] = sorted(hosts)
        if clerk and clerk.instanceType == "production":
            return add_origin_rule(manifest, files, clerk.frontend_api)
        return manifest

    def _left_out(
        self, pages: Iterable[str], manifest: dict[str, Any], files: Collection[str]
    ) -> Iterator[str]:
        own_policy = "content_security_policy" in read_pyproject(self.root)[1].get("manifest", {})
        free = manifest.get("sandbox", {}).get("pages", [])  # of that policy
        for page in pages:
            if page not in free and (path := self.sources.path(page)).is_relative_to(self.root):
                text = read_text(path, page)
                yield from left_out(page, text, files, own_policy=own_policy)

    def _shadows(self, modules: dict[str, Module]) -> Iterator[str]:
        for name, module in modules.items():
            if module.tree and (
                name in self.brython.stdlib or name in self.brython.builtin_modules
            ):
                yield (
                    f"{module.filename}: it stands in for the library's module {name}, for other "
                    "modules of the library too; rename it, if that is not meant"
                )

    def _write(self, files: dict[str, bytes]) -> int:
        """Write what changed, and return how many files that were.

        All of it is written beside the last build first, which a full disk then leaves as it is.
        """
        changed = [
            name for name, content in files.items() if not _holds(self.folder / name, content)
        ]
        fresh = self.folder.with_name(f"{self.folder.name}.{os.getpid()}")
        try:
            for name in changed:
                (fresh / name).parent.mkdir(parents=True, exist_ok=True)
                (fresh / name).write_bytes(files[name])
            self._remove_others(files)
            for name in changed:
                (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
                (fresh / name).replace(self.folder / name)
        except OSError as error:
            text = f"the build cannot be written: {error.strerror or error}"
            raise BuildError(text, error.filename or self.folder) from error
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        return len(changed)

    def _remove_others(self, files: dict[str, bytes]) -> None:
        for path in sorted(self.folder.rglob("*"), reverse=True):
            if path.is_file() and path.relative_to(self.folder).as_posix() not in files:
                path.unlink()
            elif path.is_dir() and not any(path.iterdir()):
                path.rmdir()


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _is_static(path: Path) -> bool:
    return (
        path.suffix not in NOT_SHIPPED
        and not path.name.startswith(".")
        and not is_javascript_module(path)
    )


def _json(value: Any) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
