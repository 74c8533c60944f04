"""Delivery of records to handlers, with retries and a journal."""
