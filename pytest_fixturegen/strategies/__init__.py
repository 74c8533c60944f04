"""Planning: from shapes to nodes.

:func:`planner.plan_type` plans a type. Each place of it is filled by the first rule of
``rules.RULES`` that returns a plan for the place.
"""
