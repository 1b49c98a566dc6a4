"""What two versions of a case have apart."""
