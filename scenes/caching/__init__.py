"""Results of long experiments kept on disk, and what each is made from."""
