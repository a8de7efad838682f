"""Reports for the office: what readers get of each page, what is due for review, and when the next edition is due."""
