"""Floor 9, preview: the site as it is being written, answered page by page by the code that builds it.

    files → what they gave → graph → a page, when it is asked for → the browser

It begins by linking, not by rendering; whatever is shown comes from one `Snapshot`, swapped in one assignment. It
writes nothing but the disposable memory of parsed files, and no more than a reload script ever stands in a page.
"""
