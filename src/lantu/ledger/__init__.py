"""Many documents to one ledger: anchors, readings, linking, promises, decisions and the store."""
