"""How well and how fast Lantu reads, measured: `make score` and `make bench`."""
