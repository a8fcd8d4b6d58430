"""A section as lines, and what lines say together or a file says of its own marks and brackets."""
