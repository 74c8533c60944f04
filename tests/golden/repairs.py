PARTS = ()
CASES = {}
