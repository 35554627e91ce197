"""What the reader makes: settings and places here, later on notes. No Qt."""
