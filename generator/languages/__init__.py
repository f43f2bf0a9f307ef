"""Floor 0, languages: the words of the site itself in each language, and how a language writes dates and numbers."""
