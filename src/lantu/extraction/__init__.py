"""Documents to statements, tasks and projects; one stage a file."""
