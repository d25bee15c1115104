"""What things are called: organisations, regions and their groups, and the matching of names."""
