"""The permission for the host of a web application whose session is followed."""

from __future__ import annotations

import pytest

from extension_toolkit.toolchain.errors import BuildError
from unit.toolchain.project import HOST, Project, publishable_key


@pytest.fixture
def followed(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project with a package `clerk` that can follow a web application."""
    monkeypatch.setenv("PUBLIC_CLERK_PUBLISHABLE_KEY", publishable_key())
    project.use_clerk()
    declared = 'BUNDLED_WHEN_NAMED = {"clerk.sync_host": ("syncHost",)}\n'
    project.write("src/clerk/__init__.py", declared + "from .core import create\n")
    project.write("src/clerk/core.py", "def create(syncHost=None):\n    from . import sync_host\n")
    project.write("src/clerk/sync_host.py")
    return project


def hosts(project: Project) -> list[str]:
    project.build()
    found: list[str] = project.manifest()["host_permissions"]
    return [host for host in found if host != f"https://{HOST}/*"]


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("http://localhost", "http://localhost/*"),
        ("http://localhost:3000/app", "http://localhost/*"),
        ("app.example.com", "https://app.example.com/*"),
    ],
)
def test_host_that_is_written_out(followed: Project, text: str, pattern: str) -> None:
    """A text in the code is the host, whatever port or path it has."""
    followed.page(f"import clerk\nclerk.create(syncHost={text!r})\n")
    assert hosts(followed) == [pattern]


def test_host_of_the_environment(followed: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable of the environment files is taken, and the usual one where code computes it."""
    monkeypatch.setenv("PUBLIC_APP", "https://app.example.com")
    monkeypatch.setenv("PUBLIC_CLERK_SYNC_HOST", "http://localhost")
    followed.page(
        "import clerk\nfrom webext.env import PUBLIC_APP\n"
        "clerk.create(syncHost=PUBLIC_APP)\nclerk.create(syncHost=str(1))\n"
    )
    followed.write("src/webext/__init__.py")
    assert hosts(followed) == ["http://localhost/*", "https://app.example.com/*"]


def test_site_of_a_production_instance(followed: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a live instance the site is needed besides, where its users' sign-outs are told."""
    key = publishable_key("clerk.example.com", "live")
    monkeypatch.setenv("PUBLIC_CLERK_PUBLISHABLE_KEY", key)
    followed.page("import clerk\nclerk.create(syncHost='https://clerk.example.com')\n")
    assert hosts(followed) == ["https://clerk.example.com/*", "https://example.com/*"]


def test_nobody_is_followed(followed: Project) -> None:
    """None is no host, and who does not name one needs no permission."""
    followed.page("import clerk\nclerk.create()\n")
    assert hosts(followed) == []
    followed.page("import clerk\nclerk.create(syncHost=None)\n")
    assert hosts(followed) == []


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ("str(1)", "PUBLIC_CLERK_SYNC_HOST=http://localhost"),
        ("'ftp://localhost'", "no address of a web application"),
        ("'://'", "no address of a web application"),
    ],
)
def test_host_that_is_not_known(followed: Project, argument: str, message: str) -> None:
    """A host that the build cannot know stops it, with file, line and what to do."""
    followed.page(f"import clerk\nclerk.create(syncHost={argument})\n")
    with pytest.raises(BuildError, match=message) as caught:
        followed.build()
    assert "page/index.py:2" in str(caught.value)
