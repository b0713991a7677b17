"""The board style: a strategy map as one plain SVG that every viewer and converter draws alike."""
