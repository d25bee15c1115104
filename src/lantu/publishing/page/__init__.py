"""The web page: one file that works offline, with documents on one side and what they say on the other."""
