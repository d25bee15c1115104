"""Frozen values that the whole product speaks of; no input or output happens here."""
