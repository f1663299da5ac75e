#!/bin/sh
# Takes the picture in the README, of the sample statement's page: make site, then this.
set -eu

cd "$(dirname "$0")/.."
page=${1:-site/website/index.html}
picture=docs/images/statement.png

for browser in chromium chromium-browser google-chrome; do
    if command -v "$browser" >/dev/null 2>&1; then
        exec "$browser" --headless --no-sandbox --hide-scrollbars \
            --force-device-scale-factor=1.5 --window-size=960,835 \
            --screenshot="$picture" "file://$(realpath "$page")"
    fi
done
echo "error: no chromium was found" >&2
exit 1
