"""YAML that people write: read strictly, with line and column, and checked against a model.

Rubrics, scenarios, plans of shops and shop logs are read here, so that all of them tell mistakes alike.
"""
