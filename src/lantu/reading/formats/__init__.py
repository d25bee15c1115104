"""Bytes of a file to its text: one module a format, chosen by content, never by the file's name.

``registry.read_source`` is the only door. A reader takes the text out of one format and says, as marks, what the
format itself knows of it: headings, tables, foot notes, running heads. It does not judge what the text means.
"""
