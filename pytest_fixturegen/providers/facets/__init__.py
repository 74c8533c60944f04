"""What a name means by its last word.

``cancel_reason`` is a reason, ``soil_type`` a type, ``approved_by`` a person. The tables are
texts, which are parsed when a model needs them. :mod:`lookup` chooses.
"""
