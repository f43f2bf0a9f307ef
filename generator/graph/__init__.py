"""Floor 4, the graph: every reference and mention resolved once, and the questions that pages ask of the whole.

Pure: knows no YAML, Markdown, HTML, disk or clock. `link` makes a `Graph`; nothing changes one afterwards.
"""
