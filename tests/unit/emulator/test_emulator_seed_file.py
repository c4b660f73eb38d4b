"""Seed files: what they can say, and what the errors say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extension_toolkit.emulator import EmulatorServer, SeedFileError, Settings, read_seed_file

DOCUMENTATION = Path(__file__).parents[3] / "docs/emulator.md"
FILE = """
[settings]
single_session_mode = false
social = ["oauth_gitlab"]
token_lifetime = 30

[[users]]
email_address = "ada@example.com"
password = "a-long-password"
phone_number = "+15555550111"
phone_second_factor = true
public_metadata = { plan = "gold" }

[[users]]
email_address = "bob@example.com"

[[roles]]
key = "org:owner"
name = "Owner"
permissions = ["org:sys_memberships:manage", "org:reports:read"]

[[organizations]]
name = "Engines"
slug = "engines"
members = { "ada@example.com" = "org:owner" }
invitations = { "bob@example.com" = "org:owner" }

[[organizations.domains]]
name = "example.com"

[[templates]]
name = "api"
claims = { who = "{{user.id}}" }
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "seed.toml"
    path.write_text(text, "utf-8")
    return path


def test_everything_a_file_can_say(tmp_path: Path) -> None:
    """Users, roles, organizations, templates and settings of the file are the instance's."""
    seed, settings = read_seed_file(written(tmp_path, FILE))
    state = EmulatorServer(tmp_path / "keys", seed=seed, settings=settings).state
    assert (state.settings.single_session_mode, state.settings.token_lifetime) == (False, 30)
    ada = state.find_user("ada@example.com")
    assert ada is not None
    assert ada.public_metadata == {"plan": "gold"}
    assert ada.two_factor_enabled
    (organization,) = state.organizations_of(ada)
    assert [membership.role.name for membership in organization.memberships] == ["Owner"]
    assert [invited.email_address for invited in organization.invitations] == ["bob@example.com"]
    assert organization.domains[0].enrollment_mode == "automatic_suggestion"
    assert list(state.templates) == ["api"]


def test_example_of_the_documentation(tmp_path: Path) -> None:
    """The file that the documentation shows can be used as it stands."""
    (example,) = re.findall(r"```toml\n(.*?)```", DOCUMENTATION.read_text("utf-8"), re.DOTALL)
    seed, settings = read_seed_file(written(tmp_path, example))
    assert (settings.force_organization_selection, len(seed.users)) == (True, 1)


def test_empty_file(tmp_path: Path) -> None:
    """Nothing said means nobody there, and settings as they are by default."""
    seed, settings = read_seed_file(written(tmp_path, ""))
    assert (list(seed.users), settings) == ([], Settings())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[settings]\nspeed = 1", "settings: speed: there is no such member"),
        ("[settings]\ntoken_lifetime = 0", "settings: token_lifetime: input should be greater"),
        (
            "[settings]\nclient_trust = 'yes'",
            "settings: client_trust: input should be",
        ),
        ("[[users]]\npassword = 'x'", "users[0].email_address: it is missing"),
        ("[[users]]\nemail_address = 1", "users[0].email_address: input should be a valid string"),
        ("[[users]]\nemail_address = 'a@b.c'\npasword = 'x'", "users[0].pasword: there is no such"),
        ("people = []", "people: there is no such member"),
        (
            "[[users]]\nemail_address = 'a@b.c'\n[[users]]\nemail_address = 'A@b.c'",
            "users: email_address: 2 have a@b.c",
        ),
        (
            "[[users]]\nemail_address = 'a@b.c'\ntotp_secret = 'JBSW'",
            "user a@b.c: totp_secret: Secrets must be at least",
        ),
        (
            "[[organizations]]\nname = 'A'\nslug = 'a'\nmembers = { 'x@y.z' = 'org:admin' }",
            "organization 'a': members: there is no user with the e-mail address x@y.z",
        ),
        (
            "[[organizations]]\nname = 'A'\nslug = 'a'\ninvitations = { 'x@y.z' = 'org:x' }",
            "organization 'a': there is no role 'org:x'; the roles are org:admin, org:member",
        ),
        ("[settings", "at end of document"),
    ],
)
def test_errors_name_file_and_key(tmp_path: Path, text: str, problem: str) -> None:
    """An error says which file, which key, and what is wrong with it."""
    path = written(tmp_path, text)
    with pytest.raises(SeedFileError) as caught:
        read_seed_file(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert problem in message


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is told by its name."""
    with pytest.raises(SeedFileError, match=r"none\.toml"):
        read_seed_file(tmp_path / "none.toml")
