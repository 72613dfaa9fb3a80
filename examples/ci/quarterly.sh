#!/bin/sh
# Every quarter: imports answers, reports, compares with the last quarter, checks, and archives all of it with digests.
#
#   quarterly.sh 2026-Q2 export.csv       answers that a survey tool exported
#   quarterly.sh 2026-Q2 answers.json     answers that are an answer sheet already
#
# The archive is a folder a quarter below COPROD_ARCHIVE (default: archive). Each holds SHA256SUMS: whether anything was
# changed since is seen with `sha256sum -c SHA256SUMS` in it. The exit code is that of the gate.
#
# Settings: COPROD_ARCHIVE, COPROD_POLICY (default: coprod.policy.json), COPROD (the program, default: coprod).
set -eu

quarter=${1:?"usage: quarterly.sh QUARTER ANSWERS"}
answers=${2:?"usage: quarterly.sh QUARTER ANSWERS"}
archive=${COPROD_ARCHIVE:-archive}
policy=${COPROD_POLICY:-coprod.policy.json}
coprod=${COPROD:-coprod}
target=$archive/$quarter

# What is archived is never written over.
if [ -e "$target" ]; then
  echo "quarterly.sh: $target exists already" >&2
  exit 2
fi

# The newest quarter before this one; names as 2026-Q2 sort by time.
last=$(find "$archive" -mindepth 1 -maxdepth 1 -type d -name '????-Q?' 2>/dev/null | sort | tail -n 1)

# Everything is made in a folder of its own, so that a quarter is archived as a whole or not at all.
mkdir -p "$archive"
work=$(mktemp -d "$archive/.quarter-XXXXXX")
trap 'rm -rf "$work"' EXIT

case $answers in
  *.json) cp "$answers" "$work/answers.json" ;;
  *) "$coprod" import "$answers" -o "$work/answers.json" ;;
esac
chmod 600 "$work/answers.json"

"$coprod" report "$work/answers.json" -q -o "$work/report.pdf"
"$coprod" report "$work/answers.json" -q -o "$work/report.json"

set --
if [ -n "$last" ]; then
  "$coprod" compare "$last/answers.json" "$work/answers.json" -q -o "$work/trend.pdf"
  set -- --baseline "$last/answers.json"
fi

# A gate that is not met is archived like one that is; anything worse ends here, and nothing is archived.
code=0
"$coprod" check "$work/answers.json" "$@" --policy "$policy" -q -f json -o "$work/verdict.json" || code=$?
if [ "$code" -gt 1 ]; then
  exit "$code"
fi
cp "$policy" "$work/coprod.policy.json"

(cd "$work" && sha256sum -- *.* > SHA256SUMS)
chmod 755 "$work"
mv "$work" "$target"
trap - EXIT

echo "archived: $target"
"$coprod" check "$target/answers.json" "$@" --policy "$policy" -q || true
exit "$code"
