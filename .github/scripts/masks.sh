#!/usr/bin/env bash
# Compares the masks of base and head. Writes the report and ends as tools/run compare does: 5 when
# masks got weaker and the pull request lacks the label that accepts exactly this.
#
#   masks.sh <environments of the base> <environments of the head> <report> <labels as JSON array>
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
old=$1
new=$2
report=$3
labels=$(jq -r 'map(select(startswith("weaker-masks-"))) | join(",")' <<<"$4")

code=0
"${TOOLS:-$root/tools/run}" compare "$old" "$new" --out "$report" ${labels:+--accepted "$labels"} || code=$?
if [ ! -s "$report" ]; then
  echo ':rotating_light: **The masks could not be compared; see the job `masks`.**' >"$report"
  [ "$code" -ne 0 ] || code=70
fi
cat "$report" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
exit "$code"
