"""The laws of scoring: one small pure function for each formula, over plain numbers, mappings and KPIs."""
