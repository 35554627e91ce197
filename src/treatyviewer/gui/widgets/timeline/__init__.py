"""The line of time along the bottom of the window."""
