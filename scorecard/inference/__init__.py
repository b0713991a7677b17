"""What figures over time can say about a cause: one small pure formula each, over arrays of many arrows at once."""
