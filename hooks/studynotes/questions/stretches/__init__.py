"""One question's stretch of lines: where it begins and ends, its choices, its key and its explanation."""
