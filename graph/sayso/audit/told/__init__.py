"""What the words around a figure say: how many of whom, what befell them, where and when."""
