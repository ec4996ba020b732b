"""What to talk about with an agent, and why."""
