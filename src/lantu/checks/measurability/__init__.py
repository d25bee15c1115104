"""LT6xx: what cannot be watched or judged later (可评估)."""
