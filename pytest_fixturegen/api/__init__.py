"""The Python functions behind every command, one module per job."""
