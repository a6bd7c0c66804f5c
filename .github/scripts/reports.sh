#!/usr/bin/env bash
# Puts downloaded artifacts in order: plan-<stack> becomes <stack>, masks/masks.md comes to the top.
#
#   reports.sh <folder of artifacts> <folder to make>
set -euo pipefail
artifacts=$1
folder=$2

mkdir -p "$folder"
for plan in "$artifacts"/plan-*; do
  [ -d "$plan" ] || continue
  name=$(basename "$plan")
  cp -R "$plan" "$folder/${name#plan-}"
done
if [ -f "$artifacts/masks/masks.md" ]; then
  cp "$artifacts/masks/masks.md" "$folder/masks.md"
fi
