#!/usr/bin/env bash
# Keeps of a matrix only the stacks whose plan changes something, so that nobody is asked to approve
# nothing. A stack without a plan is an error.
#
#   changed.sh <matrix as JSON> <folder with <stack>/plan.json>
set -euo pipefail
matrix=$1
folder=$2

jq -c '.[]' <<<"$matrix" | while read -r entry; do
  plan=$folder/$(jq -r .stack <<<"$entry")/plan.json
  [ -f "$plan" ] || { echo "There is no $plan." >&2; exit 1; }
  jq -c --argjson entry "$entry" '
    select(any(.resource_changes[]?; .change.actions != ["no-op"] and .change.actions != ["read"])
           or any((.output_changes // {})[]; .actions != ["no-op"])) | $entry' "$plan"
done | jq -sc .
