"""What the window needs and nobody sees: work off the GUI thread, history."""
