"""What the meeting shows: the order of business with the map, and the page of what is talked about."""
