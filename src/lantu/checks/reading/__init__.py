"""LT7xx: what was probably misprinted or misread (文字)."""
