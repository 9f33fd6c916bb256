"""Too stiff, about right, too flexible: the same birds, learned by three networks."""
