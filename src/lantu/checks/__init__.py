"""Numbered rules over documents and ledgers: base, registry, runner; one folder a family, one file a rule."""
