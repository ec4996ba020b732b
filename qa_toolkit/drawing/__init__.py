"""Pictures for pages: inline SVG, without a script and without another file.

`timeline` turns a call into lanes, `sentiment` the customer's words into a course; `trend`, `bars`
and `pareto` draw the figures of a report. Each picture has a title, a description and its values
as a table. Looks hang on classes, so that pages decide about colours, dark mode and print: the
rules for them are in `styles`.
"""
