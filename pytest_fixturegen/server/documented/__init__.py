"""Answers to the operations of an OpenAPI description, over the records of a store."""
