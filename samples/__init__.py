"""Sample documents about an invented province, built from one plain source."""
