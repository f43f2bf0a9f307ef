"""Floor 1, the model: frozen records, dates, figures and names. Knows no YAML, Markdown, HTML, disk or clock."""
