"""LT8xx: what disagrees within a document, or within the parts of one plan (文件内一致)."""
