"""One program for one reader: which process it is, and what others hand over to it. No Qt."""
