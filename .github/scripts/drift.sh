#!/usr/bin/env bash
# Fails when a stack is not as the repository says. An answer that is neither yes nor no fails too.
#
#   drift.sh <stack> <true or false>
set -euo pipefail
case $2 in
  false) echo "$1 is as the repository says." ;;
  true)
    echo "::error title=Drift::$1 is not as the repository says: see the plan in the summary, and docs/operations/pull-requests.md#drift."
    exit 1
    ;;
  *)
    echo "::error title=Drift::The plan of $1 did not tell whether anything would change."
    exit 1
    ;;
esac
