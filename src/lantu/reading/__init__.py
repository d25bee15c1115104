"""Files to Documents: one reader a format, then the tree, the tables and the front matter."""
