"""Values in the language of the locale, for fields whose words are English elsewhere.

A line of a table is ``name name: value|value*3``: a value with a number is so many times as likely.
"""
