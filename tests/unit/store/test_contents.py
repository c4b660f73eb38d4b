"""What a package must not hold."""

from __future__ import annotations

import pytest

from extension_toolkit.store.contents import check_contents

SECRET = "sk_live_Zz9Yy8Xx7Ww6Vv5Uu4Tt3Ss2Rr1Qq0"
PRIVATE = "-----BEGIN PRIVATE KEY-----"


@pytest.mark.parametrize(
    ("name", "text", "where", "problem"),
    [
        ("a.js", "\nvar f = new Function('x')", "a.js:2", "evaluates or loads code"),
        ("a.js", "eval(x)", "a.js:1", "evaluates or loads code"),
        ("a.html", "<script src=https://cdn.example/x.js>", "a.html:1", "https://cdn.example/x.js"),
        ("a.js", "\n\nlet url = '//cdn.example/a/x.mjs?v=1'", "a.js:3", "code from elsewhere"),
        ("a.js", "fetch('https://x.example/m.wasm')", "a.js:1", "code from elsewhere"),
        ("a.js", f"let key = '{SECRET}'", "a.js", "secret key"),
        ("data.json", '{"key": "whsec_Zz9Yy8Xx7Ww6"}', "data.json", "webhook"),
        ("notes.txt", PRIVATE, "notes.txt", "a private key"),
        ("key.pem", "", "key.pem", "a key"),
        ("a.js.map", "{}", "a.js.map", "a source map"),
        ("a.js", "x()\n//# sourceMappingURL=a.js.map", "a.js:2", "source map"),
        ("sub/.env", "", "sub/.env", "hidden files"),
        (".git/config", "", ".git/config", "hidden files"),
        ("index.py", "", "index.py", "source of the build"),
    ],
)
def test_refused(name: str, text: str, where: str, problem: str) -> None:
    """Each is found once, with its place and what to do; a secret is never repeated."""
    (finding,) = check_contents({name: text.encode()})
    assert finding.where == where
    assert problem in finding.problem
    assert finding.fix
    assert finding.serious
    assert SECRET not in finding.problem + finding.fix


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.js", "'eval(x) in a text'; // and import(y) in a comment"),
        ("a.js", "'https://clerk.com/docs/reference/javascript/user'"),
        ("a.js", "fetch('https://api.example.com/v1/users.json')"),
        ("a.js", "'./local/x.js'"),
        ("a.css", "a { background: url(x.png) }"),
        ("icon.png", "\x89PNG"),
    ],
)
def test_let_through(name: str, text: str) -> None:
    """Documentation, data from elsewhere and own files are no code from elsewhere."""
    assert check_contents({name: text.encode()}) == []
