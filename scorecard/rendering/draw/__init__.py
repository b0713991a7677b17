"""The strategy map in character cells: cards, links and perspectives where the layout puts them."""
