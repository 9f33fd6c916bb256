"""What is kept on disk, whole and unmistakable: results, and what each is made from."""
