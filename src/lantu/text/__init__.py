"""Original text, cleaned text and the map between them; Chinese numerals and the calendar."""
