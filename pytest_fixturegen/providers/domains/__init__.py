"""The fields of one domain each: medicine, logistics, cloud computing.

A module describes a domain by a table of names and specifications, :class:`specs.Domain`.
:mod:`index` says which words speak of which domain, so that a module is imported only if a model
needs it.
"""
