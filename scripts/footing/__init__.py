"""The generator: content/*.yml in, Markdown pages, JSON and assets for MkDocs out.

Read the modules in the order of the data: load, validate, dose, schedule, view, render, assets, write.
"""
