#!/bin/sh
# The Debian packages that building takes, one a line: what stands under [up] in packages.txt.
sed -e '/^\[test\]/,$d' -e '/^\[/d' -e 's/[:#].*//' -e 's/ *$//' -e '/^$/d' "$(dirname "$0")/packages.txt"
