#!/bin/sh
# Every quarter: imports answers, reports, compares with the last quarter, checks, and archives all of it with digests.
#
#   quarterly.sh 2026-Q2 export.csv       answers that a survey tool exported, of one or of many
#   quarterly.sh 2026-Q2 answers.json     an answer sheet
#   quarterly.sh 2026-Q2 answers.jsonl    an answer sheet a line
#   quarterly.sh 2026-Q2 answers/         a folder of answer sheets
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
last=$(find "$archive" -mindepth 1 -maxdepth 1 -type d -name '????-Q?' 2>/dev/null | sort |
  awk -v now="$target" '$0 < now' | tail -n 1)

# Everything is made in a folder of its own, so that a quarter is archived as a whole or not at all.
mkdir -p "$archive"
work=$(mktemp -d "$archive/.quarter-XXXXXX")
trap 'rm -rf "$work"' EXIT

if [ -d "$answers" ]; then
  sheets=answers
  mkdir "$work/answers"
  cp "$answers"/*.json* "$work/answers/"
else
  case $answers in
    *.json | *.jsonl) sheets=answers.${answers##*.} && cp "$answers" "$work/$sheets" ;;
    *) sheets=answers.jsonl && "$coprod" import "$answers" -o "$work/$sheets" ;;
  esac
fi
chmod -R go-rwx "$work/$sheets"

"$coprod" report "$work/$sheets" -q -o "$work/report.pdf"
"$coprod" report "$work/$sheets" -q -o "$work/report.json"

set --
if [ -n "$last" ]; then
  for before in "$last"/answers*; do
    "$coprod" compare "$before" "$work/$sheets" -q -o "$work/trend.pdf"
    set -- --baseline "$before"
  done
fi

# A gate that is not met is archived like one that is; anything worse ends here, and nothing is archived.
code=0
"$coprod" check "$work/$sheets" "$@" --policy "$policy" -q -f json -o "$work/verdict.json" || code=$?
if [ "$code" -gt 1 ]; then
  exit "$code"
fi
cp "$policy" "$work/coprod.policy.json"

(cd "$work" && find . -type f ! -name SHA256SUMS -exec sha256sum -- {} + | sort -k 2 > SHA256SUMS)
chmod 755 "$work"
mv "$work" "$target"
trap - EXIT

echo "archived: $target"
"$coprod" check "$target/$sheets" "$@" --policy "$policy" -q || true
exit "$code"
