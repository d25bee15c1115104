"""LT5xx: what disagrees between documents (文件间衔接)."""
