"""Floor 5, the desk's commands: what would be written so that the content says it otherwise, or says it in good order.

Every text is changed in place: the spans that must change, and no other byte. Nothing here writes but `writing`.
"""
