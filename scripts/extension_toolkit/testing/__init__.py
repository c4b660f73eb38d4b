"""Tests of extensions.

browser_plugin    pytest fixtures: the extension in Chrome, beside a local Clerk
evidence          what is kept of a test that failed there
chrome_plugin     pytest fixtures: handlers on CPython, without a browser
fake_chrome       the `chrome` that they get
fake_browser      and the `browser`
"""
