"""Pictures of users and organizations; their initials where they have none."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from browser import DOMNode
    from clerk import User
    from clerk.data import Data


class Picture:
    """What stands before a name.

    Args:
        name: Whose initials to show where there is no picture.
        image_url: The picture's address, or None.
        shape: `round` for people, `square` for organizations.
    """

    def __init__(self, name: str, image_url: str | None = None, shape: str = "round") -> None:
        self.name = name
        self.image_url = image_url
        self.shape = shape

    def show(self, element: DOMNode) -> None:
        """Put it into an element."""
        element.classList.add(self.shape)
        if self.image_url:
            element.style.backgroundImage = f'url("{self.image_url}")'
        else:
            element.textContent = "".join(word[0] for word in self.name.split()[:2]).upper()


def name_of(user: User) -> str:
    """Return what to call a user."""
    return user.fullName or user.username or address_of(user)


def address_of(user: User) -> str:
    """Return the address or number that a user is known by, or ""."""
    if user.primaryEmailAddress:
        return user.primaryEmailAddress.emailAddress
    return user.primaryPhoneNumber.phoneNumber if user.primaryPhoneNumber else ""


def detail_of(user: User) -> str:
    """Return what to say of a user beside the name."""
    address = address_of(user)
    return "" if address == name_of(user) else address


def picture_of(user: User) -> Picture:
    return Picture(name_of(user), user.imageUrl if user.hasImage else None)


def logo_of(organization: Data) -> Picture:
    url = organization.imageUrl if organization.hasImage else None
    return Picture(organization.name, url, "square")
