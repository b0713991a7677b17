"""A page in the browser that is made anew whenever what it was made of changes; it stays on this machine."""
