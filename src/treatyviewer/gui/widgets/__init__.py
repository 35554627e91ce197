"""What is seen. Widgets show what they are given and tell of wishes; they know no store."""
