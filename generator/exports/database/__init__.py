"""The tables of `dateline.sqlite`: for each its columns with what they mean, and its rows. SQL and metadata are made of them."""
