"""Messages in `_locales`, and the code that asks for them."""

from __future__ import annotations

import json

import pytest

from extension_toolkit.toolchain.errors import BuildError
from unit.toolchain.project import PYPROJECT, Project

WRAPPER = """
from browser import window

def text(key, *parts):
    return window.chrome.i18n.getMessage(key, list(parts))
"""


def messages(project: Project, language: str, *keys: str) -> None:
    entries = {key: {"message": f"{key} in {language}"} for key in keys}
    project.write(f"src/_locales/{language}/messages.json", json.dumps(entries))


def stops(project: Project) -> BuildError:
    with pytest.raises(BuildError) as caught:
        project.build()
    return caught.value


@pytest.mark.parametrize(
    ("languages", "default"), [(["de"], "de"), (["de", "en"], "en"), (["en_GB"], "en_GB")]
)
def test_default_language(project: Project, languages: list[str], default: str) -> None:
    """English is what others fall back to, or the only language that there is."""
    project.page()
    for language in languages:
        messages(project, language, "hello")
    project.build()
    assert project.manifest()["default_locale"] == default
    assert f"_locales/{default}/messages.json" in project.output()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"a": {"message": "\xe9"}}', "not UTF-8 text"),
        ('{"a": {"message": "é"}}'.encode("utf-16"), "not UTF-8 text"),
        (b"[]", 'write the messages as {"key"'),
        (b'{"a-b": {"message": "x"}}', "name 'a-b' with letters, digits and _"),
        (b'{"a": {"message": "$X$", "placeholders": ["x"]}}', "'a': write the placeholders as"),
        (b'{"a": {"message": "$X$", "placeholders": {"x": {}}}}', "'a': write the placeholders"),
        (b"null", 'write the messages as {"key"'),
    ],
)
def test_malformed_files(project: Project, content: bytes, message: str) -> None:
    """What Chrome could not read is told with the file."""
    project.page()
    project.write("src/_locales/en/messages.json", content)
    error = stops(project)
    assert error.file == "src/_locales/en/messages.json"
    assert message in error.message


@pytest.mark.parametrize("path", ["pt-BR/messages.json", "en/message.json", "messages.json"])
def test_file_that_chrome_passes_over(project: Project, path: str) -> None:
    """A language is not lost because Chrome calls it or its file otherwise."""
    project.page()
    messages(project, "en", "hello")
    project.write(f"src/_locales/{path}", '{"hello": {"message": "Olá"}}')
    error = stops(project)
    assert error.file == f"src/_locales/{path}"
    assert "such as en or pt_BR" in error.message


def test_no_languages(project: Project) -> None:
    """Without messages there is no default language, which Chrome would refuse."""
    project.page()
    project.build()
    assert "default_locale" not in project.manifest()


def test_default_language_has_to_be_named(project: Project) -> None:
    """Among several, none of which is English, the developer chooses; and among those there."""
    project.page()
    messages(project, "de")
    messages(project, "fr")
    assert "there are de, fr" in stops(project).message
    project.write("pyproject.toml", f'{PYPROJECT}[tool.extension.manifest]\ndefault_locale = "fr"')
    project.build()
    assert project.manifest()["default_locale"] == "fr"
    project.write("pyproject.toml", f'{PYPROJECT}[tool.extension.manifest]\ndefault_locale = "it"')
    assert stops(project).file == "pyproject.toml"


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("import chrome\n\nchrome.i18n.getMessage('gone')", 3),
        ("from chrome import i18n\ni18n.getMessage('gone', ['1'])", 2),
        ("from browser import window\nwindow.chrome.i18n.getMessage('gone')", 2),
        ("from .texts import text\ntext('hello')\ntext('gone')", 3),
        ("from .texts import text as t\nt('hello' if t else 'gone')", 2),
    ],
)
def test_missing_message(project: Project, source: str, line: int) -> None:
    """A message that Python asks for and that is not there stops the build with file and line."""
    messages(project, "en", "hello")
    project.write("src/page/texts.py", WRAPPER)
    project.page(source)
    error = stops(project)
    assert (error.file, error.line) == ("src/page/index.py", line)
    assert "'gone'" in error.message
    messages(project, "en", "Hello", "GONE")
    project.build()


@pytest.mark.parametrize(
    "source",
    [
        "from .texts import text\ntext(text('hello'))",
        "def text(key): pass\ntext('gone')",
        "class View:\n    def text(self, key): pass\nView().text('gone')",
        "import chrome\nchrome.i18n.getMessage('@@extension_id')",
    ],
)
def test_calls_that_ask_for_none(project: Project, source: str) -> None:
    """Other functions of the same name, and what Chrome itself answers, need no message."""
    messages(project, "en", "hello")
    project.write("src/page/texts.py", WRAPPER)
    project.page(f"from . import texts\n{source}")
    project.build()


def test_missing_in_the_default_language(project: Project) -> None:
    """What only another language has is missing: nobody else could see it."""
    messages(project, "en")
    messages(project, "de", "gone")
    project.page("import chrome\nchrome.i18n.getMessage('gone')")
    assert "src/_locales/en/messages.json" in stops(project).message


def test_missing_in_manifest_and_styles(project: Project) -> None:
    """So it is for the manifest and for styles."""
    project.page()
    project.write("pyproject.toml", f'{PYPROJECT}[tool.extension]\nname = "__MSG_appName__"\n')
    assert stops(project).file == "pyproject.toml"
    messages(project, "en", "appName")
    project.build()
    project.write("src/a.css", "a {}\na { direction: __MSG_@@bidi_dir__; content: __MSG_x__ }")
    error = stops(project)
    assert (error.file, error.line) == ("src/a.css", 2)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"a": "text"}', "write 'a' as"),
        ('{"a": {}}', "write 'a' as"),
        ('{"a": {"message": "Hello $NAME$"}}', "no placeholder of that name"),
        ('{\n"a": }', "no JSON"),
    ],
)
def test_malformed(project: Project, content: str, message: str) -> None:
    """A malformed file is refused by its name; Chrome would refuse the whole extension."""
    project.page()
    project.write("src/_locales/en/messages.json", content)
    error = stops(project)
    assert message in error.message
    assert error.file == "src/_locales/en/messages.json"
