"""A whole build: what is written, what stops it, and what a second one leaves alone."""

from __future__ import annotations

import errno
import importlib.metadata
import json
import shutil
from pathlib import Path

import pytest

from extension_toolkit.toolchain import scripts as scripts_module
from extension_toolkit.toolchain.brython import Brython
from extension_toolkit.toolchain.builder import Built
from extension_toolkit.toolchain.errors import BuildError
from unit.toolchain.project import EXTENSION_KEY, PAGE, Project, publishable_key

SECRETS = ["sk_test_Zz9Yy8Xx7Ww6Vv5Uu4Tt3Ss2Rr1Qq0", "sk_live_Zz9Yy8Xx7Ww6Vv5Uu4Tt3Ss2Rr1Qq0"]
KEY = "PUBLIC_CLERK_PUBLISHABLE_KEY"


class NoBrython(Brython):
    """One whose compiler must not be started."""

    def evaluate(self, code: str) -> object:
        raise AssertionError("V8 was started")


def stops(project: Project, mode: str = "development") -> BuildError:
    with pytest.raises(BuildError) as caught:
        project.build(mode)
    return caught.value


# What is written


def test_page(project: Project) -> None:
    """A built page has plain scripts in place of its Python, and none within it."""
    project.page("x = 1\n")
    built = project.build()
    page = project.output()["page/index.html"].decode()
    assert "text/python" not in page
    assert "index.py" not in page
    assert 'src="/python/runtime.js"' in page
    assert page.count("<script") == page.count("></script>") > 1
    assert built.files == {name: len(text) for name, text in project.output().items()}


def test_page_without_script(project: Project) -> None:
    """A page that starts no Python is written as it is, with the mark that says it is UTF-8."""
    project.write("src/plain.html", "<!doctype html><p>ä")
    project.build()
    assert project.output()["plain.html"] == b"\xef\xbb\xbf<!doctype html><p>\xc3\xa4"


def scripts_of(page: str, output: dict[str, bytes]) -> list[str]:
    """The paths of the scripts that a built page loads."""
    lines = output[page].decode().splitlines()
    return [line.split('src="/')[1].split('"')[0] for line in lines if "src=" in line]


@pytest.mark.parametrize("mode", ["development", "production"])
def test_each_page_gets_its_own_modules(project: Project, mode: str) -> None:
    """A page loads what it reaches and nothing of another page."""
    project.page("from shared import x\n'MARK_ONE'\nfirst = 1\n", "one")
    project.page("from shared import x\nimport only_two\n", "two")
    project.write("src/shared.py", "x = 1\n")
    project.write("src/only_two.py", "second = 2\n")
    project.build(mode)
    output = project.output(mode)

    def loaded(page: str) -> str:
        return "".join(output[name].decode() for name in scripts_of(page, output))

    assert '$python.define("shared"' in loaded("one/index.html")
    assert '$python.define("shared"' in loaded("two/index.html")
    assert '$python.define("one.index"' in loaded("one/index.html")
    assert '$python.define("one.index"' not in loaded("two/index.html")
    assert '$python.define("only_two"' in loaded("two/index.html")
    assert '$python.define("only_two"' not in loaded("one/index.html")


def test_one_script_less(project: Project) -> None:
    """In production what every page uses stands in the run time's script."""
    for name in ("one", "two"):
        project.page("import shared\n", name)
    project.write("src/shared.py", "x = 1\n")
    for mode, number in (("development", 3), ("production", 2)):
        project.build(mode)
        assert len(scripts_of("one/index.html", project.output(mode))) == number
    assert b'define("shared"' in project.output("production")["python/runtime.js"]


def test_only_reachable_modules(project: Project) -> None:
    """Modules that no page reaches, and other folders of the project, are not in the output."""
    project.page("import used\n")
    project.write("src/used.py", "x = 'MARK_USED'\n")
    project.write("src/unused.py", "x = 'MARK_UNUSED'\n")
    project.write("src/unused.pyi", "MARK_UNUSED: int\n")
    project.write("src/page/notes.md", "MARK_UNUSED")
    project.write("src/page/.hidden", "MARK_UNUSED")
    project.write("scripts/used.py", "x = 'MARK_UNUSED'\n")
    project.write("tests/test_used.py", "x = 'MARK_UNUSED'\n")
    built = project.build()
    assert {module.name for module in built.modules} == {"page", "page.index", "used"}
    assert project.ships("MARK_USED")
    assert not project.ships("MARK_UNUSED")


def test_static_files(project: Project) -> None:
    """Styles, images and plain scripts are copied as they are; no Python or its twins are."""
    project.page("from . import _native\n")
    project.write("src/page/_native.js", "'MARK_NATIVE'")
    project.write("src/page/_native.py", "x = 'MARK_TWIN'\n")
    project.write("src/page/style.css", "a  {  }  /* kept */")
    project.write("src/page/worker.js", "// kept\nstart()")
    project.write("src/icons/icon-16.png", b"\x89PNG\x00\xff")
    project.build()
    output = project.output()
    assert output["page/style.css"] == b"a  {  }  /* kept */"
    assert output["page/worker.js"] == b"// kept\nstart()"
    assert output["icons/icon-16.png"] == b"\x89PNG\x00\xff"
    assert "page/_native.js" not in output
    assert not any(name.endswith((".py", ".pyc", ".pyi")) for name in output)
    assert project.ships("MARK_NATIVE")
    assert not project.ships("MARK_TWIN")


def test_source_lines(project: Project) -> None:
    """Source lines are shipped for tracebacks in development, and left out in production."""
    project.page("x = 1  # MARK_COMMENT\n")
    project.build("development")
    project.build("production")
    assert project.ships("MARK_COMMENT", "development")
    assert not project.ships("MARK_COMMENT", "production")
    assert project.ships("src/page/index.py", "production")


def test_overlay(project: Project) -> None:
    """What shows errors over a page is in development builds only."""
    project.page()
    for mode in ("development", "production"):
        project.build(mode)
    assert project.ships("python-errors", "development")
    assert not project.ships("python-errors", "production")


def test_modes_have_folders_of_their_own(project: Project) -> None:
    """Development and production do not overwrite each other."""
    project.page()
    folders = {project.build(mode).folder for mode in ("development", "production")}
    assert len(folders) == 2
    assert all((folder / "manifest.json").is_file() for folder in folders)


# What stops it


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("src/manifest.json", "[tool.extension.manifest] in pyproject.toml"),
        ("src/python/runtime.js", "rename this one"),
        ("src/background/events.js", "rename this one"),
        ("src/contents/note.js", "rename this one"),
    ],
)
def test_file_that_the_build_makes(project: Project, file: str, message: str) -> None:
    """Neither a developer's file nor the build's is lost where both have one name."""
    project.page()
    project.write("src/contents/note.py", 'MATCHES = ["https://a.com/*"]\n')
    project.write(file, "{}")
    error = stops(project)
    assert error.file == file
    assert message in error.message


@pytest.mark.parametrize(
    "script", ['<script src="index.py"></script>', "<script type=py src=index.py></script>"]
)
def test_python_of_another_type(project: Project, script: str) -> None:
    """A page's Python is not left out because it has no type, or another one."""
    project.page()
    project.write("src/page/index.html", script)
    assert 'write the script as <script type="text/python"' in stops(project).message


@pytest.mark.parametrize(
    "comment",
    [
        '<!-- <script type="text/python" src="old.py"></script> -->',
        "<!--\n<script src=index.py></script>\n-->",
        '<!-- <script src="https://example.com/a.js"></script> -->',
    ],
)
def test_script_in_a_comment(project: Project, comment: str) -> None:
    """What stands in a comment starts nothing, and stays as it is."""
    project.page()
    project.write("src/page/index.html", f"{comment}\n{PAGE.format('index.py')}<!-- end")
    project.build()
    page = project.output()["page/index.html"].decode("utf-8-sig")
    assert page.startswith(f"{comment}\n")
    assert page.endswith("<!-- end")
    assert page.count('data-start="page.index"') == 1


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_page_that_is_not_utf8(project: Project, encoding: str) -> None:
    """A page in another encoding is named, and what to do."""
    project.write("src/page/index.html", f"ä{PAGE}".encode(encoding))
    assert str(stops(project)) == (
        "src/page/index.html:1: the file is not UTF-8 text; save it as that"
    )


def test_no_page(project: Project) -> None:
    """A project without a page is told so."""
    project.write("src/a.py")
    assert "no page" in str(stops(project))


def test_two_scripts(project: Project) -> None:
    """A page starts one Python file."""
    project.write("src/page/index.html", PAGE.format("a.py") + PAGE.format("b.py"))
    error = stops(project)
    assert error.file == "src/page/index.html"
    assert "one Python file" in error.message


@pytest.mark.parametrize("script", ["missing.py", "../../outside.py", "/page/index.py", "."])
def test_script_that_is_not_in_src(project: Project, script: str) -> None:
    """A page's script has to be a file within `src/`."""
    project.page()
    project.write("outside.py", "x = 1\n")
    project.write("src/page/index.html", PAGE.format(script))
    error = stops(project)
    assert error.file == "src/page/index.html"
    assert f"{script!r} is not a file in src/" in error.message


@pytest.mark.parametrize("script", ["my-page.py", "notes.txt", "2nd.py"])
def test_script_that_cannot_be_imported(project: Project, script: str) -> None:
    """A page's script needs a name that Python can import."""
    project.write(f"src/page/{script}", "x = 1\n")
    project.write("src/page/index.html", PAGE.format(script))
    assert "is no Python module" in stops(project).message


@pytest.mark.parametrize(
    "script",
    [
        '<script src="index.py" type="text/python"></script>',
        '<script type="text/python">x = 1</script>',
        '<SCRIPT TYPE="text/python" SRC="index.py"></SCRIPT>',
        '<script type=text/python src="index.py"></script>',
    ],
)
def test_script_in_another_form(project: Project, script: str) -> None:
    """A script that the build would not see is refused, and never left out in silence."""
    project.page()
    project.write("src/page/index.html", script)
    error = stops(project)
    assert error.file == "src/page/index.html"
    assert "write the script as" in error.message


@pytest.mark.parametrize(
    "script",
    [
        "x = eval('1')",
        "f = new Function('return 1')",
        "import('./other.js')",
        "importScripts('a.js')",
        "document.createElement('script')",
        "`${eval('1')}`",
        "$python.define(eval('1'),function(){})",  # nearly a module's head, which may mention it
        "$python.define(\"a\",function(){eval('1')})",
    ],
)
def test_javascript_that_evaluates_code(project: Project, script: str) -> None:
    """A script of one's own that evaluates or loads code is named with its line."""
    project.page()
    project.write("src/page/own.js", f"a()\n{script}\n")
    error = stops(project)
    assert (error.file, error.line) == ("page/own.js", 2)
    assert "Chrome forbids" in error.message


def test_line_of_evaluated_code_after_a_mention(project: Project) -> None:
    """A comment that mentions evaluated code does not shift the line of the code that does it."""
    project.page()
    project.write("src/page/own.js", "/* no eval(\n\n) */\neval('1')\n")
    assert stops(project).line == 4


def test_module_in_javascript_that_evaluates_code(project: Project) -> None:
    """A Python module written in JavaScript is held to the same."""
    project.page("from . import _native\n")
    project.write("src/page/_native.js", "eval('1')")
    assert "Chrome forbids" in stops(project).message


def test_mentions_of_evaluated_code(project: Project) -> None:
    """Docstrings, texts and comments may speak of what code must not do."""
    project.page('"""Never uses eval(), nor import()."""\nx = "Function(1)"\n')
    script = "// no eval(x)\nx = 'import(y)'\nretrieval(x)\na.eval(1)\n"
    script += f"x = '{'é' * 30}'\n{'f();' * 20}\n// no eval(x)\n"
    project.write("src/page/own.js", script)
    assert "page/own.js" in project.build().files


# Keys


def test_missing_key(project: Project) -> None:
    """A project that uses Clerk needs its key."""
    project.use_clerk()
    assert str(stops(project)) == f"Please add the {KEY} to the .env.development file"
    assert str(stops(project, "production")) == f"Please add the {KEY} to the .env.production file"


def test_key_is_not_needed_without_clerk(project: Project) -> None:
    """A project without Clerk needs no key and may ask no foreign host."""
    project.page()
    project.build()
    assert "host_permissions" not in project.manifest()


def test_key_reaches_the_manifest(project: Project) -> None:
    """The key decides which host the extension may talk to."""
    project.use_clerk()
    project.write(".env", f"{KEY}={publishable_key('127.0.0.1:8443')}\n")
    project.build()
    manifest = project.manifest()
    assert manifest["host_permissions"] == ["https://127.0.0.1/*"]
    policy = manifest["content_security_policy"]["extension_pages"]
    assert "connect-src 'self' https://127.0.0.1:8443;" in policy


@pytest.mark.parametrize("secret", SECRETS)
def test_secret_as_publishable_key(project: Project, secret: str) -> None:
    """A secret key in the place of the publishable one stops the build unseen."""
    project.use_clerk()
    project.write(".env.local", f"{KEY}={secret}\n")
    error = stops(project)
    assert error.file == ".env.local"
    assert "secret key" in error.message
    assert secret[8:] not in str(error)


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("src/page/index.py", 2),
        ("src/page/other.py", 2),
        ("src/page/_native.js", 2),
        ("src/page/data.json", 2),
        ("src/page/index.html", 2),
    ],
)
def test_secret_that_would_be_bundled(project: Project, secret: str, file: str, line: int) -> None:
    """A secret key in anything that would be shipped stops the build with file and line."""
    project.page("from . import _native, other\n")
    project.write("src/page/_native.js", "")
    project.write("src/page/other.py", "")
    path = project.root / file
    project.write(file, path.read_text() if path.is_file() else "\n")
    content = path.read_text() or "\n"
    mark = f"# {secret}\n" if file.endswith(".py") else f"/* {secret} */\n"
    project.write(file, f"{content.splitlines()[0]}\n{mark}" + content.partition("\n")[2])
    error = stops(project)
    assert (error.file, error.line) == (file, line)
    assert "secret key" in error.message
    assert secret[8:] not in str(error)


@pytest.mark.parametrize("secret", SECRETS)
def test_secret_in_a_public_variable(project: Project, secret: str) -> None:
    """A secret key under a public name stops the build, though nothing imports it."""
    project.page()
    project.write(".env", f"PUBLIC_NOTE=x {secret}\n")
    error = stops(project)
    assert error.file == ".env"
    assert secret[8:] not in str(error)


def test_only_public_variables_are_shipped(project: Project) -> None:
    """Variables that are not public stay out of the output."""
    project.page("from webext.env import PUBLIC_A\n")
    project.write("src/webext/__init__.py")
    project.write(".env", "PUBLIC_A=MARK_PUBLIC\nB=MARK_B\n")
    project.build()
    assert project.ships("MARK_PUBLIC")
    assert not project.ships("MARK_B")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("PUBLIC_A", r"PUBLIC_A is not set; add it to the \.env\.development file"),
        ("A", "A is not there: only names that begin with PUBLIC_ are"),
    ],
)
def test_variable_that_is_not_set(project: Project, name: str, why: str) -> None:
    """Code that imports one is refused, since its page would not start, unless it may fail."""
    project.write("src/webext/__init__.py")
    project.write(".env.production", "PUBLIC_A=1\nA=1\n")
    project.page(f"import webext.env\nfrom webext.env import {name}\n")
    with pytest.raises(BuildError, match=rf"\.py:2: {why}"):
        project.build()
    project.page(f"try:\n    from webext.env import {name}\nexcept ImportError:\n    pass\n")
    project.build()


def test_extension_key(project: Project) -> None:
    """CRX_PUBLIC_KEY fixes the extension's id."""
    project.page()
    project.write(".env", f"CRX_PUBLIC_KEY={EXTENSION_KEY}\n")
    project.build()
    assert project.manifest()["key"] == EXTENSION_KEY


def test_permissions_follow_bundled_code(project: Project) -> None:
    """What unreachable code uses of `chrome` asks for no permission."""
    project.page("import chrome\nchrome.storage\n")
    project.write("src/chrome.py")
    project.write("src/unused.py", "import chrome\nchrome.history\n")
    project.build()
    assert project.manifest()["permissions"] == ["storage"]


# A second build


def changed(project: Project, built: Built, before: dict[str, bytes]) -> set[str]:
    """The files that differ from before; the build has to agree on their number."""
    after = project.output()
    names = {name for name in after if before.get(name) != after[name]}
    assert built.written == len(names)
    return names


def test_second_build(project: Project) -> None:
    """When nothing changed, nothing is written and V8 is not started."""
    project.page("import json\n")
    assert project.build().written > 0
    times = {p: p.stat().st_mtime_ns for p in project.builder().folder.rglob("*")}
    built = project.builder(brython=NoBrython()).build()
    assert built.written == 0
    assert {p: p.stat().st_mtime_ns for p in project.builder().folder.rglob("*")} == times


def test_changed_module(project: Project) -> None:
    """A changed module is compiled anew, alone, and only its file changes."""
    project.page("import other\n", "one")
    project.page("", "two")
    project.write("src/other.py", "x = 1\n")
    project.build()
    before = project.output()
    project.write("src/two/index.py", "x = 1\n")
    compiled = []
    brython = Brython()
    compile_ = brython.compile

    def note(source: str, filename: str, module: str, **options: bool) -> str:
        compiled.append(module)
        return compile_(source, filename, module, **options)

    brython.compile = note  # type: ignore[method-assign]
    names = changed(project, project.builder(brython=brython).build(), before)
    assert compiled == ["two.index"]
    assert len(names) == 1
    assert '"two.index"' in project.output()[names.pop()].decode()


@pytest.mark.parametrize(
    ("file", "content", "target"),
    [
        ("src/page/style.css", "b {}", "page/style.css"),
        ("pyproject.toml", '[project]\nname = "n"\nversion = "2"\n', "manifest.json"),
        ("src/page/index.html", "<p>" + PAGE.format("index.py"), "page/index.html"),
    ],
)
def test_changed_file(project: Project, file: str, content: str, target: str) -> None:
    """A changed file changes its own counterpart and nothing else."""
    project.page()
    project.write("src/page/style.css", "a {}")
    project.build()
    before = project.output()
    project.write(file, content)
    assert changed(project, project.build(), before) == {target}


def test_full_disk(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a disk is full in the middle, the last good build is whole, and nothing lies beside."""
    project.page()
    folder = project.build().folder
    before, beside = project.output(), set(folder.parent.iterdir())
    for name in ("a.css", "b.css"):
        project.write(f"src/page/{name}", "a {}")
    write = Path.write_bytes

    def write_until_full(path: Path, content: bytes) -> int:
        if path.name == "b.css":
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", write_until_full)
    assert "the build cannot be written: No space left on device" in str(stops(project))
    assert project.output() == before
    assert set(folder.parent.iterdir()) == beside


def test_file_in_place_of_the_build(project: Project) -> None:
    """A file where the build belongs is named."""
    project.page()
    project.write("build/chrome-mv3-dev", "not ours")
    error = stops(project)
    assert str(project.builder().folder) in str(error.file)
    assert "cannot be written: Not a directory" in error.message


def test_link_in_place_of_the_build(project: Project) -> None:
    """Where the build's folder is a link to another one, what is in that stays."""
    project.page()
    letter = project.write("letters/letter.txt", "not ours")
    project.write("build/other")
    (project.root / "build/chrome-mv3-dev").symlink_to(letter.parent)
    error = stops(project)
    assert error.file == str(project.builder().folder)
    assert "remove the link" in error.message
    assert [*letter.parent.iterdir()] == [letter]


def test_removed_files(project: Project) -> None:
    """What is gone from `src/` disappears from the output, empty folders included."""
    project.page("import other\n")
    project.write("src/other.py", "x = 'MARK_OTHER'\n")
    project.write("src/pictures/deep/a.png", b"png")
    folder = project.build().folder
    assert project.ships("MARK_OTHER")
    (project.root / "src/pictures/deep/a.png").unlink()
    project.write("src/page/index.py", "x = 1\n")
    (folder / "stray.txt").write_text("not ours")
    project.build()
    assert not (folder / "pictures").exists()
    assert not (folder / "stray.txt").exists()
    assert not project.ships("MARK_OTHER")


def test_file_becomes_folder_and_back(project: Project) -> None:
    """A folder may take the place of a file of its name, and a file that of a folder."""
    project.page()
    for name in ("data/a", "data/a/b", "data/a"):
        shutil.rmtree(project.root / "src/data", ignore_errors=True)
        project.write(f"src/{name}", "x")
        project.build()
        assert project.output()[name] == b"x"


@pytest.mark.parametrize("broken", ["def f(:\n", "import nowhere\n", "eval('1')\n"])
def test_failed_build(project: Project, broken: str) -> None:
    """A build that fails leaves the last good output as it was."""
    project.page()
    project.build()
    before = project.output()
    project.write("src/page/index.py", broken)
    project.write("src/page/new.css", "a {}")
    stops(project)
    assert project.output() == before


def test_failed_first_build(project: Project) -> None:
    """A first build that fails writes no extension."""
    project.page("import nowhere\n")
    stops(project)
    assert project.output() == {}


# The cache


def cached(project: Project) -> set[str]:
    return {path.name for path in project.cache.iterdir()}


def test_cache_knows_the_source(project: Project) -> None:
    """Another source of the same length is compiled again, and the old one's result is found."""
    project.page("x = 'MARK_A'\n")
    project.build()
    first = cached(project)
    project.page("x = 'MARK_B'\n")
    project.build()
    assert project.ships("MARK_B")
    assert not project.ships("MARK_A")
    assert len(cached(project)) == len(first) + 1
    project.page("x = 'MARK_A'\n")
    project.builder(brython=NoBrython()).build()
    assert project.ships("MARK_A")


def test_cache_knows_the_module_name(project: Project) -> None:
    """Equal sources of different modules are not taken for each other."""
    project.page("x = __name__\n", "one")
    project.page("x = __name__\n", "two")
    project.build()
    assert project.ships("locals_one_index")
    assert project.ships("locals_two_index")


def test_cache_knows_the_toolchain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A change of the toolchain itself makes the cache void."""
    digest = scripts_module.toolchain_digest()
    copy = tmp_path / "toolchain"
    shutil.copytree(scripts_module.TOOLCHAIN, copy)
    monkeypatch.setattr(scripts_module, "TOOLCHAIN", copy)
    assert scripts_module.toolchain_digest() == digest
    with (copy / "runtime.py").open("a") as file:
        file.write("# changed\n")
    assert scripts_module.toolchain_digest() != digest


@pytest.mark.parametrize("tool", scripts_module.TOOLS)
def test_cache_knows_the_versions(
    project: Project, monkeypatch: pytest.MonkeyPatch, tool: str
) -> None:
    """Another version of what writes a file makes the cache void."""
    installed = importlib.metadata.version
    project.page()
    project.build()
    project.builder(brython=NoBrython()).build()
    newer = {tool: "99"}
    monkeypatch.setattr(
        importlib.metadata, "version", lambda name: newer.get(name) or installed(name)
    )
    with pytest.raises(AssertionError, match="V8 was started"):
        project.builder(brython=NoBrython()).build()


@pytest.mark.parametrize("address", ["https://cdn.example/x.js", "//cdn.example/x.js"])
def test_remote_script(project: Project, address: str) -> None:
    """A script from elsewhere stops the build, with the line of the page."""
    project.page()
    project.write("src/page/other.html", f"<!doctype html>\n<script src='{address}'></script>\n")
    error = stops(project)
    assert (error.file, error.line) == ("src/page/other.html", 2)


def test_extension_key_from_the_process(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The key that fixes the extension's id may come from the process's environment alone."""
    project.page()
    monkeypatch.setenv("CRX_PUBLIC_KEY", EXTENSION_KEY)
    manifest = json.loads((project.build().folder / "manifest.json").read_text())
    assert manifest["key"] == EXTENSION_KEY
