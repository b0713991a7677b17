"""The plain style: a strategy map as pure DOT, with bands of full width and a card for each goal."""
