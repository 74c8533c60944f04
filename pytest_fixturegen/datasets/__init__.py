"""Tables of records: Arrow types and columns, and the files of datasets."""
