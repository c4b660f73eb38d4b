"""Environment files: which value wins, what is public, and which keys stop the build."""

from __future__ import annotations

import base64

import pytest

from extension_toolkit.toolchain.environment import Environment, read_environment
from extension_toolkit.toolchain.errors import BuildError
from extension_toolkit.toolchain.secret_keys import refuse_secret_key
from unit.toolchain.project import HOST, Project, publishable_key

SECRETS = ["sk_test_Zz9Yy8Xx7Ww6Vv5Uu4Tt3Ss2Rr1Qq0", "sk_live_Zz9Yy8Xx7Ww6Vv5Uu4Tt3Ss2Rr1Qq0"]
KEY = "PUBLIC_CLERK_PUBLISHABLE_KEY"
# The last wins.
FILES = [".env", ".env.chrome", ".env.{mode}", ".env.local", ".env.{mode}.local"]


@pytest.mark.parametrize("mode", ["development", "production"])
def test_precedence(project: Project, monkeypatch: pytest.MonkeyPatch, mode: str) -> None:
    """The process wins over each file, local files over others, a mode's over the general."""
    for file in (name.format(mode=mode) for name in FILES):
        project.write(file, f"PUBLIC_A=from {file}\n")
        environment = read_environment(project.root, mode)
        assert environment.values["PUBLIC_A"] == f"from {file}"
        assert environment.origins["PUBLIC_A"] == file
    monkeypatch.setenv("PUBLIC_A", "from outside")
    environment = read_environment(project.root, mode)
    assert environment.values["PUBLIC_A"] == "from outside"
    assert environment.origins["PUBLIC_A"] == "process"
    assert environment.overridden["PUBLIC_A"] == [f.format(mode=mode) for f in reversed(FILES)]


def test_plasmos_names(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """`PLASMO_PUBLIC_X` is `PUBLIC_X`, as strong as the file that has it; there, ours wins."""
    project.write(".env", "PUBLIC_A=weak\nPUBLIC_B=ours\nPLASMO_PUBLIC_B=theirs\n")
    project.write(".env.development", "PLASMO_PUBLIC_A=strong\nPLASMO_OTHER=kept\n")
    monkeypatch.setenv("PLASMO_PUBLIC_C", "outside")
    environment = read_environment(project.root, "development")
    assert environment.public == {"PUBLIC_A": "strong", "PUBLIC_B": "ours", "PUBLIC_C": "outside"}
    assert environment.origins["PUBLIC_A"] == ".env.development"


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_not_utf8(project: Project, encoding: str) -> None:
    """A file as some shells write it is named, and what to do."""
    project.write(".env", f"{KEY}={publishable_key()}\nPUBLIC_A=ä\n".encode(encoding))
    with pytest.raises(BuildError, match="not UTF-8 text; save it as that") as caught:
        read_environment(project.root, "development")
    assert (caught.value.file, caught.value.line) == (".env", 1 if encoding == "utf-16" else 2)


@pytest.mark.parametrize("name", ["PUBLIC_A-B", "PUBLIC_A.B"])
def test_name_that_python_cannot_have(project: Project, name: str) -> None:
    """What reaches the extension needs a name that can stand there."""
    project.write(".env", f"{name}=1\nOTHER.NAME=1\n")
    with pytest.raises(BuildError, match=f"{name} cannot be a name in Python") as caught:
        read_environment(project.root, "development")
    assert caught.value.file == ".env"


@pytest.mark.parametrize("value", [HOST, f"https://{HOST}", f"https://{HOST}/"])
def test_frontend_api(project: Project, value: str) -> None:
    """The variable of Clerk's guide may say what the key says too."""
    project.write(".env", f"{KEY}={publishable_key()}\nCLERK_FRONTEND_API={value}\n")
    assert read_environment(project.root, "development").publishable_key().frontend_api == HOST


def test_frontend_api_of_another_instance(project: Project) -> None:
    """A key and a Frontend API of two instances are refused, with the file of the second."""
    project.write(".env", f"{KEY}={publishable_key()}\n")
    project.write(".env.local", "CLERK_FRONTEND_API=https://other.clerk.accounts.dev\n")
    with pytest.raises(BuildError, match="another instance") as caught:
        read_environment(project.root, "development").publishable_key()
    assert caught.value.file == ".env.local"


def test_values_as_written(project: Project) -> None:
    """A dollar sign in a value means nothing."""
    project.write(".env", "PUBLIC_A=1\nPUBLIC_B=${PUBLIC_A}$x\n")
    assert read_environment(project.root, "development").public["PUBLIC_B"] == "${PUBLIC_A}$x"


def test_line_that_cannot_be_read(project: Project) -> None:
    """A slip in a file is told with its line, not passed over."""
    project.write(".env", "PUBLIC_A=1\n= 2\n")
    with pytest.raises(BuildError) as caught:
        read_environment(project.root, "development")
    assert (caught.value.file, caught.value.line) == (".env", 2)


@pytest.mark.parametrize("secret", [*SECRETS, "whsec_Zz9Yy8Xx7Ww6Vv5U"])
@pytest.mark.parametrize("name", ["CLERK_SECRET_KEY", "PUBLIC_A"])
def test_secret_in_a_file(project: Project, secret: str, name: str) -> None:
    """A secret in an environment file is refused, public or not, and never repeated."""
    project.write(".env.local", f"{name}={secret}\n")
    with pytest.raises(BuildError, match=name) as caught:
        read_environment(project.root, "development")
    assert caught.value.file == ".env.local"
    assert secret[8:] not in str(caught.value)


def test_private_key_in_place_of_the_public_one(project: Project) -> None:
    """The private half of the extension's key is refused."""
    pem = "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----"
    project.write(".env.chrome", f'CRX_PUBLIC_KEY="{pem}"\n')
    with pytest.raises(BuildError, match="a private key"):
        read_environment(project.root, "development")


def test_secret_in_the_shell(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A developer's shell may hold a secret key, unless under a public name."""
    project.write(".env", "CLERK_SECRET_KEY=\n")
    monkeypatch.setenv("CLERK_SECRET_KEY", SECRETS[0])
    read_environment(project.root, "development")
    monkeypatch.setenv("PUBLIC_A", SECRETS[0])
    with pytest.raises(BuildError, match="PUBLIC_A"):
        read_environment(project.root, "development")


def test_files_complete_each_other(project: Project) -> None:
    """Each variable comes from the strongest file that sets it."""
    project.write(".env", "PUBLIC_A=1\nPUBLIC_B=1\n")
    project.write(".env.local", "PUBLIC_B=2\n")
    environment = read_environment(project.root, "development")
    assert environment.public == {"PUBLIC_A": "1", "PUBLIC_B": "2"}
    assert environment.origins == {"PUBLIC_A": ".env", "PUBLIC_B": ".env.local"}


def test_other_modes(project: Project) -> None:
    """A mode's files say nothing to the other mode."""
    project.write(".env.development", "PUBLIC_A=1\n")
    assert read_environment(project.root, "production").values == {}


def test_process_brings_only_public_names(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the process's variables, those that are not public count only where a file has them."""
    project.write(".env", "CRX_PUBLIC_KEY=file\n")
    monkeypatch.setenv("CRX_PUBLIC_KEY", "process")
    monkeypatch.setenv("UNRELATED_VARIABLE", "x")
    monkeypatch.setenv("PUBLIC_B", "2")
    values = read_environment(project.root, "development").values
    assert values == {"CRX_PUBLIC_KEY": "process", "PUBLIC_B": "2"}


def test_byte_order_mark(project: Project) -> None:
    """The mark that some editors put first is no part of the first name."""
    project.write(".env", b"\xef\xbb\xbfPUBLIC_A=1\n")
    assert read_environment(project.root, "development").public == {"PUBLIC_A": "1"}


def test_module_holds_public_values_only() -> None:
    """The generated module gives each public variable as text, and no other."""
    values = {"PUBLIC_B": 'it\'s "x"\n\\', "SECRET": "hidden", "PUBLIC_A": "1", "XPUBLIC_C": "2"}
    source = Environment("development", values, {}).module_source()
    namespace: dict[str, str] = {}
    exec(source, namespace)
    namespace.pop("__builtins__")
    assert namespace == {"PUBLIC_A": "1", "PUBLIC_B": 'it\'s "x"\n\\'}
    assert "hidden" not in source


@pytest.mark.parametrize("mode", ["development", "production"])
@pytest.mark.parametrize("content", ["", f"{KEY}=\n", f"{KEY}\n"])
def test_missing_key(project: Project, mode: str, content: str) -> None:
    """A missing key is asked for in the very words of the promise."""
    project.write(f".env.{mode}", content)
    with pytest.raises(BuildError) as caught:
        read_environment(project.root, mode).publishable_key()
    assert str(caught.value) == f"Please add the {KEY} to the .env.{mode} file"


def test_key(project: Project) -> None:
    """A good key tells the host of the Frontend API."""
    project.write(".env", f"{KEY}={publishable_key()}\n")
    assert read_environment(project.root, "development").publishable_key().frontend_api == HOST


@pytest.mark.parametrize(
    "value",
    [
        "nonsense-value-1",
        "pk_test_",
        "pk_prod_" + publishable_key()[8:],
        publishable_key()[:-6],
        "pk_test_" + base64.b64encode(b"no-host$").decode(),
        *SECRETS,
    ],
)
def test_malformed_key(project: Project, value: str) -> None:
    """A key that is none stops with the file that holds it, and is not repeated."""
    project.write(".env.local", f"{KEY}={value}\n")
    with pytest.raises(BuildError) as caught:
        read_environment(project.root, "development").publishable_key()
    error = caught.value
    assert error.file == ".env.local"
    assert KEY in error.message
    assert ("secret key" in error.message) == value.startswith("sk_")
    assert value == "pk_test_" or value not in str(error)


@pytest.mark.parametrize("secret", SECRETS)
def test_secret_key(secret: str) -> None:
    """A secret key is refused with file and line, and never repeated."""
    with pytest.raises(BuildError) as caught:
        refuse_secret_key(f"a\nb\nkey = '{secret}'\n", "src/a.py")
    assert (caught.value.file, caught.value.line) == ("src/a.py", 3)
    assert secret not in str(caught.value)
    assert secret[8:16] not in str(caught.value)


@pytest.mark.parametrize("text", ["sk_test_…", "sk_live_", "task_test_abcdefgh1234", "sk_testing"])
def test_text_that_is_no_secret_key(text: str) -> None:
    """Text that only speaks of such keys is let through."""
    refuse_secret_key(text, "a.py")
