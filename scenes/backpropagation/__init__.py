"""How blame for an error flows back through a network, edge by edge."""
