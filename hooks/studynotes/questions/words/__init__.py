"""What one text says by itself: labels, marks, answers, verdicts, doubts. Knows strings only, no lines."""
