"""What a type is: shapes, and the readers that make them."""
