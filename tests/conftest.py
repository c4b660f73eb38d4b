"""The toolkit's own plugins, which those who install it get by themselves, and patience."""

from hypothesis import HealthCheck, settings

pytest_plugins = [
    "extension_toolkit.testing.browser_plugin",
    "extension_toolkit.testing.chrome_plugin",
    "pytester",
]

# A busy machine is no fault of what is tested.
settings.register_profile(
    "patient", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("patient")
