"""Help a person to make a case and to keep it sound."""
