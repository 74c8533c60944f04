"""Schema documents: JSON Schema, OpenAPI and data contracts, read into shapes.

No code is generated and nothing is imported: a document is data. References are resolved in the
document, in files next to it, and on hosts that the user allows (``--allow-net``).
"""
