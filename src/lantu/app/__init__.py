"""Use cases, one verb a file; the command line, the web and a notebook call these."""
