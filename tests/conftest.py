"""The toolkit's own plugins, which those who install it get by themselves."""

pytest_plugins = [
    "extension_toolkit.testing.browser_plugin",
    "extension_toolkit.testing.chrome_plugin",
    "pytester",
]
