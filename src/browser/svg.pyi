"""SVG elements: `svg.circle(cx=10, cy=10, r=5)`.

Source: https://brython.info/static_doc/en/browser.svg.html
"""

from .html import Tag

def __getattr__(name: str) -> type[Tag]: ...
