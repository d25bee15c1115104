"""Units of measurement in a commented text file, and exact conversion between them."""
