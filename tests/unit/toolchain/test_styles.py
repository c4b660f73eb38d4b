"""Style sheets of production builds: which stand in their pages, and what the policy says."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from unit.toolchain.project import Project

LINK = '<link rel="stylesheet" href="{}">'


def page_of(project: Project, links: str, mode: str = "production") -> str:
    """Build a page with these links; return it as it is built."""
    project.page()
    html = (project.root / "src/page/index.html").read_text("utf-8")
    project.write("src/page/index.html", f"{links}{html}")
    built = project.build(mode)
    assert bool(built.warnings) is ("none.css" in links)  # where there is no such file
    return project.output(mode)["page/index.html"].decode("utf-8-sig")


def allowed(project: Project, mode: str = "production") -> str:
    policy = project.output(mode)["manifest.json"].decode()
    found = re.search(r"style-src ([^;]*);", policy)
    assert found
    return found[1]


def hash_of(style: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"


def test_in_the_page(project: Project) -> None:
    """Small ones stand in the page, in order, and the policy allows these alone by hash."""
    project.write("src/page/style.css", b"p { color: red }\r\n")
    project.write("src/page/other.js", "a.style.cssText = 1")
    project.write("src/styles/base.css", "b { content: '\N{BULLET}' }\n")
    links = LINK.format("../styles/base.css") + "<link href='style.css' rel='stylesheet' />"
    page = page_of(project, links)
    base, own = "b { content: '\N{BULLET}' }\n", "p { color: red }\n"
    assert page.startswith(f"<style>{base}</style><style>{own}</style>")
    assert allowed(project) == f"'self' {hash_of(base)} {hash_of(own)}"
    assert not {"page/style.css", "styles/base.css"} & project.output("production").keys()


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("src/page/index.js", "load('style.css')"),
        ("src/other.html", '<link rel="stylesheet" href="page/style.css" media="print">'),
        ("pyproject.toml", '[tool.extension]\nkeep = ["page/*.css"]\n'),
        (
            "pyproject.toml",
            "[[tool.extension.manifest.web_accessible_resources]]\n"
            'resources = ["page/*"]\nmatches = ["https://a.example/*"]\n',
        ),
    ],
)
def test_the_file_of_what_is_in_the_page(project: Project, path: str, content: str) -> None:
    """It stays where something else may ask for it."""
    project.write("src/page/style.css", "p { color: red }")
    target = project.root / path
    before = target.read_text("utf-8") if target.exists() else ""
    project.write(path, f"{before}\n{content}")
    assert page_of(project, LINK.format("style.css")).startswith("<style>")
    assert "page/style.css" in project.output("production")


def test_files_in_development(project: Project) -> None:
    """What a developer reads in the browser is the file."""
    project.write("src/page/style.css", "p { color: red }")
    assert page_of(project, LINK.format("style.css"), "development").startswith("<link")
    assert allowed(project, "development") == "'self'"


@pytest.mark.parametrize(
    "sheet",
    [
        "p { background: url(a.png) }",
        "@import 'a.css';",
        "p::after { content: '</style>' }",
        "/*" + "x" * 20_000 + "*/",
        "",
        b"\xff",
    ],
)
def test_what_stays_a_file(project: Project, sheet: str | bytes) -> None:
    """What is about its place, would end too early, is large, empty or unreadable."""
    project.write("src/page/style.css", sheet)
    assert page_of(project, LINK.format("style.css")).startswith("<link")
    assert allowed(project) == "'self'"


def test_links_that_say_more(project: Project) -> None:
    """One for some media stays, and one that leads nowhere."""
    project.write("src/page/style.css", "p { color: red }")
    links = '<link rel="stylesheet" href="style.css" media="print">' + LINK.format("none.css")
    assert page_of(project, links).startswith(links)


def test_a_policy_of_ones_own(project: Project) -> None:
    """A developer's policy stays as it is, and so do the links."""
    project.write("src/page/style.css", "p { color: red }")
    policy = "script-src 'self'; style-src 'self';"
    text = (project.root / "pyproject.toml").read_text("utf-8")
    table = "[tool.extension.manifest.content_security_policy]"
    project.write("pyproject.toml", f'{text}\n{table}\nextension_pages = "{policy}"\n')
    assert page_of(project, LINK.format("style.css")).startswith("<link")
    assert allowed(project) == "'self'"
