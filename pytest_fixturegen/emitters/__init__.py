"""What records and instances become: files."""
