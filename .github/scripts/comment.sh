#!/usr/bin/env bash
# Makes the comment of a pull request from reports and plans, and updates the one that is there.
#
#   comment.sh <repository> <number> <matrix as JSON> <folder with <stack>/plan.json and masks.md> <address of the run>
#
# Needs gh with a token that may write comments.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
repository=$1
number=$2
matrix=$3
folder=$4
run=$5
mark='<!-- analysis-platform: plan -->'

arguments=(--run "$run")
[ ! -f "$folder/masks.md" ] || arguments+=(--masks "$folder/masks.md")
missing=
for stack in $(jq -r '.[].stack' <<<"$matrix"); do
  if [ -f "$folder/$stack/plan.json" ]; then
    arguments+=(--plan "$stack=$folder/$stack/plan.json")
  else
    missing=$missing${missing:+,}$stack
  fi
done
[ -z "$missing" ] || arguments+=(--unplanned "$missing")

body=$(mktemp -u)
trap 'rm -f "$body"' EXIT
"${TOOLS:-$root/tools/run}" comment "${arguments[@]}" --out "$body"

# Only a comment of the workflow itself: anybody may write the mark.
id=$(gh api --paginate "repos/$repository/issues/$number/comments" --jq \
  ".[] | select(.user.login == \"github-actions[bot]\" and (.body | startswith(\"$mark\"))) | .id" | head -n 1)
if [ -n "$id" ]; then
  gh api --silent -X PATCH "repos/$repository/issues/comments/$id" -F "body=@$body"
else
  gh api --silent -X POST "repos/$repository/issues/$number/comments" -F "body=@$body"
fi
