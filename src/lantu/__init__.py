"""Lantu reads government planning documents and keeps one ledger of what they promise."""

__version__ = "0.1.0"
