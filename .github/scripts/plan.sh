#!/usr/bin/env bash
# Plans one synthesised stack. Leaves plan.bin and plan.json in its folder, shows the plan in the
# run's summary, and prints "changes=true" or "changes=false" for GITHUB_OUTPUT.
#
#   plan.sh <folder of the stack>
set -euo pipefail
cd "$1"
stack=$(basename "$PWD")

terraform init -input=false -no-color >&2
# A role that only reads cannot write the lock; nothing is changed here.
code=0
terraform plan -input=false -no-color -lock=false -detailed-exitcode -out=plan.bin >&2 || code=$?
case $code in
  0) changes=false ;;
  2) changes=true ;;
  *) exit "$code" ;;
esac
terraform show -json plan.bin >plan.json
terraform show -no-color plan.bin >plan.txt
{
  echo "### $stack"
  grep -E '(will be|must be) .*(destroyed|replaced)' plan.txt | sed 's/^ *# /> :warning: /' || true
  echo '<details><summary>Plan</summary>'
  echo
  # Four spaces, because a value may hold the end of a code fence. A summary holds at most 1 MiB.
  head -c 800000 plan.txt | iconv -c -f UTF-8 -t UTF-8 | sed 's/^/    /'
  echo
  echo '</details>'
} >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
echo "changes=$changes"
