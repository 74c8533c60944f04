"""Requests to the operations of a web application: valid ones, and ones that it must refuse."""
