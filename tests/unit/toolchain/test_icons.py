"""Icons of every size from one image."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from extension_toolkit.toolchain.errors import BuildError
from unit.toolchain.project import Project

ORANGE = (255, 128, 0, 255)


def image(width: int = 256, height: int = 256) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGBA", (width, height), ORANGE).save(buffer, "PNG")
    return buffer.getvalue()


def built(project: Project, mode: str = "production") -> dict[str, Image.Image]:
    project.page()
    project.build(mode)
    return {
        name: Image.open(io.BytesIO(content))
        for name, content in project.output(mode).items()
        if name.endswith(".png")
    }


def test_sizes(project: Project) -> None:
    """One image becomes the four icons of the manifest; itself it is not shipped."""
    project.write("src/icons/icon.png", image())
    icons = built(project)
    sizes = {"16": 16, "32": 32, "48": 48, "128": 128}
    assert {name: icon.size for name, icon in icons.items()} == {
        f"icons/icon-{name}.png": (size, size) for name, size in sizes.items()
    }
    assert icons["icons/icon-48.png"].convert("RGBA").getpixel((20, 20)) == ORANGE
    project.build()
    assert project.manifest()["icons"] == {name: f"icons/icon-{name}.png" for name in sizes}


def test_grey_in_development(project: Project) -> None:
    """The development build has grey icons, so that it is not taken for the store's."""
    project.write("src/icons/icon.png", image())
    red, green, blue, alpha = built(project, "development")["icons/icon-16.png"].getpixel((8, 8))  # type: ignore[misc]
    assert red == green == blue
    assert alpha == 255


def test_drawn_icons_win(project: Project) -> None:
    """An icon that was drawn for its size is taken as it is, and sizes of one's own are too."""
    project.write("src/icons/icon.png", image())
    project.write("src/icons/icon-16.png", b"drawn")
    project.write("src/icons/icon-24.png", b"drawn too")
    project.page()
    project.build()
    assert project.output()["icons/icon-16.png"] == b"drawn"
    assert list(project.manifest()["icons"]) == ["16", "24", "32", "48", "128"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (image(256, 200), "256 by 200 pixels"),
        (image(64, 64), "at least 128 by 128"),
        (b"<svg/>", "no image"),
    ],
)
def test_bad_image(project: Project, content: bytes, message: str) -> None:
    """An image that cannot become icons is refused by its name."""
    project.write("src/icons/icon.png", content)
    with pytest.raises(BuildError, match=message) as caught:
        built(project)
    assert caught.value.file == "src/icons/icon.png"


def test_too_many_pixels(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """An image that is too large to be read is not called unreadable."""
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    project.write("src/icons/icon.png", image())
    with pytest.raises(BuildError, match="too many pixels") as caught:
        built(project)
    assert caught.value.file == "src/icons/icon.png"
