"""Use cases: what people ask of Lantu, one verb a file. Nothing here prints."""
