"""What residents tell the council through a form: messages, ideas, surveys, volunteers, answers to a call."""
