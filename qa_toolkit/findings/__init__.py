"""What a check, a test or a diff of rubrics found → the formats people and machines read."""
