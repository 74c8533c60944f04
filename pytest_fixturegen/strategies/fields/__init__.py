"""Fields of records: their settings, their values by settings, and fields that are left out."""
