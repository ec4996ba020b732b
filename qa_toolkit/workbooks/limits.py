"""How large a workbook that is handed back may be.

A workbook of 500 agents with 20 scorecards each has 160,000 rows on Detail and stays under a tenth
of these. What is larger was not made by an export, and is refused before it is unpacked.
"""

MEGABYTE = 1_000_000

MOST_BYTES = 250 * MEGABYTE
"""Of the file."""
MOST_ENTRIES = 10_000
"""Parts in the archive: sheets, tables, charts, drawings."""
MOST_UNPACKED = 2_000 * MEGABYTE
"""Of all parts together."""
MOST_RATIO = 200
"""Unpacked to packed, of a part over `RATIO_FROM`; sheets full of equal formulas reach 40."""
RATIO_FROM = 10 * MEGABYTE
MOST_PLAN = 16 * MEGABYTE
"""Of a part that is read as a whole: the list of sheets and what they refer to."""
MOST_TEXTS = 2_000_000
"""Texts that cells share."""
MOST_TEXT_CHARACTERS = 200 * MEGABYTE
"""Of all these texts together: they are kept in memory."""
MOST_SHEETS = 3_000
MOST_ROWS = 1_048_576
"""Rows of a sheet, as many as the format has."""
MOST_ELEMENT = 4 * MEGABYTE
"""From the end of one row, or of one text, to the end of the next."""
MOST_DEPTH = 40
"""Elements within elements; a workbook has about ten."""
MOST_CELL = 32_767
"""Characters in a cell, as many as the format has."""
