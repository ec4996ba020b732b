"""The form of a shop as a workbook: typed from top to bottom, checked while it is filled in.

What is missing is yellow and turns plain when it is filled, what is not asked turns grey; both
follow from formulas, and only cells to be filled in are not protected. There is no password.
"""
