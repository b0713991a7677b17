"""Files and options -> Scenario or Problems: each with its place, and with the nearest word there is."""
