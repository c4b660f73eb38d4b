"""Tests of extensions.

browser_plugin    pytest fixtures: the extension in Chrome, beside a local Clerk
evidence          what is kept of a test that failed there
"""
