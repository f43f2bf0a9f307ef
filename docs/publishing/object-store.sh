#!/bin/sh
# Build the site and bring it to an object store with rclone: `object-store.sh https://example.org/ store:bucket`, where
# `store` is a remote that `rclone config` made. docs/publishing.md tells the rest.
set -eu
address=$1 target=$2

dateline build --base-url "$address"
dateline verify site # an empty or half a site would delete the one that stands

# --checksum, because stores do not keep a file's time; first what pages need, then pages, then what is gone.
rclone copy --checksum --exclude '*.html' site "$target"
rclone copy --checksum --include '*.html' site "$target"
rclone sync --checksum --delete-after site "$target"

dateline verify "$address"
