"""What was read, written out: one writer a format."""
