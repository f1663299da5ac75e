#!/bin/sh
# Takes the pictures in the README, of the sample statement's pages. The argument is the
# folder of a site: python build.py --as-of 2026-11-25 --no-pdf --out DIR, then this.
set -eu

cd "$(dirname "$0")/.."
site=$(realpath "${1:-site}")

for browser in chromium chromium-browser google-chrome ""; do
    if command -v "$browser" >/dev/null 2>&1; then
        break
    fi
done
if [ -z "$browser" ]; then
    echo "error: no chromium was found" >&2
    exit 1
fi

frame=$(mktemp --suffix .html)
trap 'rm -f "$frame"' EXIT

# In a frame, since a page that is opened at an anchor itself comes out blank. A palette
# of colours is enough, and a third of the size.
take() { # NAME SIZE PAGE
    picture="docs/images/$1.png"
    cat >"$frame" <<END
<!doctype html>
<style>body { margin: 0 } iframe { border: 0; display: block; width: 100vw; height: 100vh }</style>
<iframe src="file://$site/$3"></iframe>
END
    "$browser" --headless --no-sandbox --hide-scrollbars --virtual-time-budget=3000 \
        --force-device-scale-factor=1.5 --window-size="$2" \
        --screenshot="$picture" "file://$frame"
    .venv/bin/python - "$picture" <<'END'
import sys

from PIL import Image

picture = Image.open(sys.argv[1]).convert("RGB")
picture.quantize(192, dither=Image.Dither.NONE).save(sys.argv[1], optimize=True)
END
}

take statement 960,835 website/index.html
take redline 720,872 website/compare/2025-06-02/2026-11-24/index.html#disclosures
