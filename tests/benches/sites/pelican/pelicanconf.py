SITENAME = "Timeline"
PATH = "content"
TIMEZONE = "UTC"
THEME = "theme"
ARTICLE_PATHS = ["events", "articles"]
ARTICLE_URL = ARTICLE_SAVE_AS = "posts/{slug}.html"
DEFAULT_PAGINATION = False
FEED_ALL_ATOM = "feed.xml"
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
FEED_MAX_ITEMS = 20
DIRECT_TEMPLATES = ["index", "tags", "categories"]
