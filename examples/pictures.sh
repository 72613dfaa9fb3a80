#!/bin/sh
# Makes the README's pictures from the rendered example: needs pdftoppm (Debian: poppler-utils).
set -eu
cd "$(dirname "$0")/reports"
pdftoppm -r 42 -png -f 1 -l 1 -singlefile harbour-view.pdf page-1
pdftoppm -r 42 -png -f 2 -l 2 -singlefile harbour-view.pdf page-2
