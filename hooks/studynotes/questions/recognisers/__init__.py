"""One module for each kind of question that notes can hold, and what only these need."""
