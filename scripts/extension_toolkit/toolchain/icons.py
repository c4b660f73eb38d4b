"""The icons of the sizes that Chrome uses, from one image: `src/icons/icon.png`.

An image drawn for a size, `icon-16.png`, is taken as it is. In development the made ones are grey,
so that nobody confuses the build with the extension from the store.

Source: https://developer.chrome.com/docs/extensions/reference/manifest/icons
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

from PIL import Image, UnidentifiedImageError

from .errors import BuildError
from .sources import Sources

IMAGE = "icons/icon.png"
DRAWN = re.compile(r"icons/icon-(\d+)\.png")
SIZES = (16, 32, 48, 128)  # pixels


def icon_files(names: Iterable[str]) -> dict[str, str]:
    """Return the icons' paths by their size, as the manifest has them.

    Args:
        names: The paths of the project's files in `src/`.
    """
    names = set(names)
    sizes = {int(found[1]) for name in names if (found := DRAWN.fullmatch(name))}
    sizes |= set(SIZES) if IMAGE in names else set()
    return {str(size): f"icons/icon-{size}.png" for size in sorted(sizes)}


def make_icons(sources: Sources, *, grey: bool) -> dict[str, bytes]:
    """Return the project's image in each size, as PNG files by path; nothing if there is none.

    Args:
        sources: Where the image is.
        grey: Without colors.

    Raises:
        BuildError: It is no image, not square, or too small.
    """
    image = sources.path(IMAGE)
    if not image.is_file():
        return {}
    label = sources.label(image)
    try:
        with Image.open(image) as opened:
            picture = opened.convert("RGBA")
    except (UnidentifiedImageError, OSError) as error:
        raise BuildError("this is no image that can be read; save it as PNG", label) from error
    except Image.DecompressionBombError as error:
        message = "the icon has too many pixels to be read; 1024 by 1024 are plenty"
        raise BuildError(message, label) from error
    width, height = picture.size
    if width != height or width < SIZES[-1]:
        raise BuildError(
            f"the icon has {width} by {height} pixels; draw it square, with at least "
            f"{SIZES[-1]} by {SIZES[-1]}",
            label,
        )
    if grey:
        picture = Image.merge("RGBA", (*[picture.convert("L")] * 3, picture.getchannel("A")))
    return {f"icons/icon-{size}.png": _png(picture, size) for size in SIZES}


def _png(picture: Image.Image, size: int) -> bytes:
    buffer = io.BytesIO()
    picture.resize((size, size), Image.Resampling.LANCZOS).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
