"""What the Chrome Web Store asks for: checks of the finished extension, and its package.

manifest_rules    manifest.json against Chrome's and the store's documented rules
contents          no evaluated or remote code, no secrets, no files that do not belong there
usage             no file that nobody uses
files             the files of a finished extension
archive           the zip, the same bytes for the same files
"""
