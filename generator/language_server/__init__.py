"""Floor 9, the language server: what `dateline check` knows, in the editor, while one types.

It reads records with the code that builds them, from texts that need not be saved. `server` alone speaks the protocol (and
imports pygls, inside functions); everything else answers in offsets and spans, and writes nothing.
"""
