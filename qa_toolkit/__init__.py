"""Random, honest, explainable quality assurance for customer service, on your own machine."""

__version__ = "0.1.0"
