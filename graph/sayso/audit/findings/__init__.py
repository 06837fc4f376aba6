"""What an auditor should look at, of figures, claims and grades."""
