"""The generator: content/*.yml in, and Markdown pages, JSON, exports and assets for MkDocs out.

`pipeline` shows the way of the data; import-linter (pyproject.toml) holds the direction of the imports.
"""
