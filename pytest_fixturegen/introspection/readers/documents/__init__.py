"""Schema documents: JSON Schema, OpenAPI and data contracts, read into shapes.

No code is generated and nothing is imported: a document is data. References are resolved in the
document and in files beside it, never on the network.
"""
