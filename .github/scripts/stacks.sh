#!/usr/bin/env bash
# Prints the stacks that have a role to plan with, as a JSON array for a matrix. Environment and
# region are read from the synthesised stacks.
#
#   stacks.sh <folder of stacks> <plan roles> <deploy roles> [environment]
#
# The roles are JSON objects, role by stack id; an empty text means none.
set -euo pipefail
folder=$1
plan=${2:-{\}}
deploy=${3:-{\}}
environment=${4:-}

for file in "$folder"/*/cdk.tf.json; do
  [ -e "$file" ] || continue
  jq --arg stack "$(basename "$(dirname "$file")")" --argjson plan "$plan" --argjson deploy "$deploy" '
    select($plan[$stack]) | {
      stack: $stack,
      environment: .provider.aws[0].default_tags[0].tags.Environment,
      region: .provider.aws[0].region,
      plan_role: $plan[$stack],
      deploy_role: ($deploy[$stack] // "")
    }' "$file"
done | jq -sc --arg environment "$environment" '
  map(select($environment == "" or .environment == $environment)) | sort_by(.stack)'
