#!/usr/bin/env bash
# Applies exactly the plan that was approved, with the providers that it was made with.
#
#   apply.sh <folder of the stack>
set -euo pipefail
cd "$1"
terraform init -input=false -no-color -lockfile=readonly
terraform apply -input=false -no-color -lock-timeout=10m plan.bin
