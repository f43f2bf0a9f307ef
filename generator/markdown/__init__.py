"""Floor 2, Markdown: text in, HTML parts with unresolved mentions between them out, every fault with its place.

The only room that knows markdown-it. It looks at no other file and resolves no mention; what it gives is final
HTML, so nothing later escapes or parses it again. One extension, one file: `extensions/` lists them in order.
"""
