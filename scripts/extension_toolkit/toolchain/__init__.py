"""The build: Python in `src/` to an unpacked Chrome extension.

errors        BuildError, with file and line
brython       the installed Brython and its compiler, in an embedded V8
runtime       brython.js cut down and free of evaluated strings
runtime_patches  what is mended in it
imports       what a module imports
modules       what a page imports, and what those do
missing       why it cannot import a module
optional      modules that a package brings only when they are used
sources       where the files of an extension are: the project's own, the toolkit's
environment   .env files, the publishable key, the module `webext.env`
secret_keys   keys that must never be in an extension
extension_key the public key that fixes the extension's id
pages         HTML pages, and which file has which modules
manifest      manifest.json from the files found and from pyproject.toml
misplaced     files in nearly the right place, which would be left out
icons         the icons, of every size from one image
locales       the messages in _locales, and whether all that are asked for are there
production    what a live instance of Clerk needs besides
javascript    JavaScript as a syntax tree
patching      exact changes of Brython's files
evaluated     proves that nothing shipped evaluates or loads code
scripts       compiles the modules, and keeps what was compiled before
builder       puts it all together and writes the extension
compiler      what is mended in Brython's compiler
loader.js     the part that runs in the page: modules
operators.js  and short ways for the commonest operands
coroutines.js and what waits
tracebacks.js and errors that nobody caught
"""
