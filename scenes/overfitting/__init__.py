"""Too stiff, about right, too flexible: the same samples, learned by three networks."""
