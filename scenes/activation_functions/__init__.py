"""Why layers need a bend between them, what bends there are, and what each costs."""
