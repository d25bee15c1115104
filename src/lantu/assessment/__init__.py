"""Where each promise stands: judgement, required path, what is still needed, and where the series is heading."""
