#!/bin/sh
# Build the site and bring it to a web server with rsync: `rsync.sh https://example.org/timeline/ example.org:/srv/timeline/`
# docs/publishing.md tells the rest.
set -eu
address=$1 target=$2

dateline build --compress --base-url "$address"
dateline verify site # an empty or half a site would delete the one that stands

# --times, so that the next run sends only what was written since: a build leaves the times of unchanged files alone.
# --delay-updates and --delete-delay: what is new moves into place at the end, and what is gone goes after it.
# protect: what a server needs besides the site is not deleted.
rsync --recursive --times --chmod=D755,F644 --delay-updates --delete-delay \
    --filter='protect /.well-known/' --filter='protect /.htaccess' \
    site/ "$target"

dateline verify "$address"
