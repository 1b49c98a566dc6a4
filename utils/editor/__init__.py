"""Edit a case: its acts as rows and as a form, checked before anything is saved."""
