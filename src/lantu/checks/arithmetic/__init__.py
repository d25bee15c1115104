"""LT2xx: what does not add up (算术)."""
