"""Build the extension: read `src/`, compile, and write what changed."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from . import background, content_scripts, icons
from .brython import Brython, installed_brython
from .environment import MODULE as ENVIRONMENT
from .environment import Environment, read_environment, refuse_unset
from .errors import BuildError
from .evaluated import refuse_evaluated_code
from .imports import Module
from .locales import check_messages
from .manifest import make_manifest, read_budget
from .markup import left_out
from .misplaced import misplaced
from .modules import ModuleFinder, is_javascript_module
from .pages import RUNTIME, Page, read_page, share_out
from .production import RULES_FILE, add_origin_rule
from .pyproject import keep_patterns, read_pyproject
from .scripts import ScriptMaker
from .secret_keys import refuse_secret_key
from .sources import Sources
from .styles import inline_styles
from .sync_host import sync_host_permissions
from .weight import check_budget, zipped_size

OUTPUT_FOLDERS = {"development": "chrome-mv3-dev", "production": "chrome-mv3-prod"}
MANIFEST = "manifest.json"
NOT_SHIPPED = {".py", ".pyi", ".pyc", ".typed", ".html", ".md"}


@dataclass
class Found:
    """What a project has, and what that uses.

    Attributes:
        pages: Each HTML file, by its path in `src/`.
        scripts: The module of each content script, likewise.
        reached: All modules that each of them uses.
    """

    pages: dict[str, Page]
    scripts: dict[str, str]
    reached: dict[str, list[Module]]

    @cached_property
    def modules(self) -> dict[str, Module]:
        """Every module, by its name."""
        return {module.name: module for found in self.reached.values() for module in found}


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

    def build(self) -> Built:
        """Build, and leave the last good build alone when something is wrong.

        Raises:
            BuildError: Something in the project has to be mended first.
        """
        environment = read_environment(self.root, self.mode)
        found = self._find(environment)
        texts = {name: self._maker.module(module) for name, module in found.modules.items()}
        sizes = {name: len(text.encode()) for name, text in texts.items()}
        chunks = share_out(found.reached, sizes, self.mode)
        loaded = {
            page: [name for name in chunks if page in chunks[name].pages and name != RUNTIME]
            for page in found.reached
        }
        files = self._maker.files(chunks, texts) | self._pages(found, loaded)
        files |= icons.make_icons(self.sources, grey=self.mode == "development")
        files |= self._static_files({MANIFEST, background.EVENTS_FILE, RULES_FILE, *found.scripts})
        built = Built(self.folder, files, [*found.modules.values()], sizes, [])
        manifest = self._manifest(found, loaded, environment, built)
        own_policy = "content_security_policy" in read_pyproject(self.root)[1].get("manifest", {})
        built.warnings += self._left_out(found.pages, manifest, files, own_policy)
        if self.mode == "production" and not own_policy:
            inline_styles(found.pages, files, manifest, keep_patterns(self.root))
        refuse_unset(built.modules, environment)
        files[MANIFEST] = _json(check_messages(manifest, files, built.modules))
        refuse_evaluated_code(files)
        built.warnings += self._shadows(found.modules)
        built.warnings += misplaced(self.sources.files(), found.modules, manifest)
        if self.mode == "production":
            self._check_budget(built, found, loaded)
        built.written = self._write(files)
        return built

    @cached_property
    def _maker(self) -> ScriptMaker:
        """One for all builds of a development run. Its Brython knows its modules without V8."""
        return ScriptMaker(self.brython, self.cache, self.mode)

    def _find(self, environment: Environment) -> Found:
        pages = {
            name: read_page(name, self.sources)
            for name in self.sources.files()
            if name.endswith(".html")
        }
        scripts = content_scripts.content_scripts(self.sources)
        if not pages and not scripts:
            raise BuildError(f"no page (*.html) in {self.sources.folder}")
        generated = {ENVIRONMENT: environment.module_source()}
        finder = ModuleFinder(self.sources, self._maker.brython, generated)
        entries = {name: page.module for name, page in pages.items() if page.module} | scripts
        reached = finder.reachable(entries.values(), entries.get(background.PAGE))
        return Found(pages, scripts, {name: reached[entry] for name, entry in entries.items()})

    def _pages(self, found: Found, loaded: dict[str, list[str]]) -> dict[str, bytes]:
        """The HTML files, and what stands beside the scripts of theirs."""
        files = {  # the mark says that they are UTF-8, where no <meta charset> does
            name: page.rewritten(loaded.get(name, [])).encode("utf-8-sig")
            for name, page in found.pages.items()
        }
        if background.PAGE in found.pages:
            script = background.events_script(found.reached.get(background.PAGE, []))
            files[background.EVENTS_FILE] = script.encode()
        if "unicodedata" in found.modules:
            files["python/unicode.txt"] = self.brython.character_names.encode()
        return files

    def _check_budget(self, built: Built, found: Found, loaded: dict[str, list[str]]) -> None:
        weights = {
            page: sum(built.files[f"python/{name}"] for name in (RUNTIME, *names))
            for page, names in loaded.items()
        }
        budget = read_budget(self.root)
        check_budget(budget, built.compressed, weights, found.reached, built.module_sizes)

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
        self, found: Found, loaded: dict[str, list[str]], environment: Environment, built: Built
    ) -> dict[str, Any]:
        """The manifest; files that it alone needs are added to the built ones."""
        injected = content_scripts.manifest_entries(
            {name: found.reached[name] for name in found.scripts}, loaded, self.sources
        )
        clerk = environment.publishable_key() if "clerk" in found.modules else None
        own = [module for module in built.modules if not module.filename.endswith("(generated)")]
        frontend_api = clerk.frontend_api if clerk else None
        key = environment.extension_key()
        manifest = make_manifest(self.root, own, frontend_api, key, built.warnings)
        if followed := sync_host_permissions(own, environment):
            hosts = {*manifest.get("host_permissions", []), *followed}
            manifest["host_permissions"] = sorted(hosts)
        if clerk and clerk.instanceType == "production":
            manifest = add_origin_rule(manifest, built.contents, clerk.frontend_api)
        if found.scripts:
            built.contents |= content_scripts.files(found.scripts, built.contents)
            manifest.setdefault("content_scripts", []).extend(injected)
        return manifest

    def _left_out(
        self,
        pages: dict[str, Page],
        manifest: dict[str, Any],
        files: Collection[str],
        own_policy: bool,
    ) -> Iterator[str]:
        free = manifest.get("sandbox", {}).get("pages", [])  # of that policy
        for name, page in pages.items():
            if name not in free and self.sources.path(name).is_relative_to(self.root):
                yield from left_out(name, page.text, files, own_policy=own_policy)

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
        if self.folder.is_symlink():
            raise BuildError(
                "this is a link, and a build removes all other files where it writes; remove the "
                "link",
                self.folder,
            )
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
