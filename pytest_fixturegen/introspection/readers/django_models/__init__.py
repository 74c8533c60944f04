"""Readers of Django's models: fields, choices, validators, keys and relations.

A model is known by its class alone, so that Django is imported by nobody but the user's project.
"""
