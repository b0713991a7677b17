"""What scenarios would do, in each of its formats."""
