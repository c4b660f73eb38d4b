"""What Chrome would leave out of a page."""

from __future__ import annotations

import pytest

from unit.toolchain.project import PAGE, PYPROJECT, Project

POLICY = "content_security_policy = {extension_pages = \"script-src 'self'\"}"


def warnings(project: Project, html: str, settings: str = "") -> list[str]:
    project.page()
    project.write("src/page/index.html", PAGE.format("index.py") + html)
    project.write("src/page/a b.png", b"png")
    project.write("src/style.css", "a {}")
    project.write("pyproject.toml", f"{PYPROJECT}[tool.extension.manifest]\n{settings}\n")
    return project.build().warnings


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<script>start()</script>", "runs no script that stands in a page; put it into a file"),
        ("<script type=module>start()</script>", "runs no script that stands in a page"),
        ("<p onclick='start()'>", 'runs no onclick="…"; listen in Python'),
        ("<style>p {}</style>", "applies no style that stands in a page; put it into"),
        ("<p style='color: red'>", "applies no style that stands in a page"),
        ("<img src=b.png>", "there is no file src/page/b.png; add it"),
        ("<link rel=stylesheet href=/b.css>", "there is no file src/b.css"),
        ("<script src='../b.js'></script>", "there is no file src/b.js"),
        ("<img src=https://a.com/b.png>", "lets nothing in from there; put the file into src/"),
        ("<link rel=stylesheet href=//a.com/b.css>", "lets nothing in from there"),
    ],
)
def test_left_out(project: Project, html: str, message: str) -> None:
    """What Chrome would not run, apply or find is told with its line."""
    (warning,) = warnings(project, html)
    assert warning.startswith("src/page/index.html:3: ")
    assert message in warning


@pytest.mark.parametrize(
    "html",
    [
        "<script type=application/json>{}</script>",
        "<img src='a%20b.png?x=1'><img src='data:,'><img src=''><a href=/elsewhere>",
        "<link rel=stylesheet href=../style.css>",
        "<img src=https://img.clerk.com/a><img src='/_favicon/?pageUrl=x'>",
    ],
)
def test_what_chrome_takes(project: Project, html: str) -> None:
    """Data, files that are there, and what the policy allows is not told."""
    assert warnings(project, html) == []


def test_own_policy(project: Project) -> None:
    """With a policy of the developer's, styles are their matter, and scripts still are not."""
    assert warnings(project, "<style></style><p style='a: b'>", POLICY) == []
    assert len(warnings(project, "<script></script>", POLICY)) == 1


def test_sandboxed_page(project: Project) -> None:
    """A page in Chrome's sandbox has another policy."""
    project.write("src/free.html", "<script>start()</script>")
    assert warnings(project, "", 'sandbox = {pages = ["free.html"]}') == []
