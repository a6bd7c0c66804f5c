#!/usr/bin/env bash
# Prints the stacks that have a role to plan with, as a JSON array for a matrix. Environment, region
# and, where the configuration has github, the roles and the GitHub environment are read from the
# synthesised stacks.
#
#   stacks.sh <folder of stacks> <plan roles> <deploy roles> [environment]
#
# The roles are JSON objects, role by stack id, that come before those of the stacks; an empty text
# means none.
set -euo pipefail
folder=$1
plan=${2:-{\}}
deploy=${3:-{\}}
environment=${4:-}

for file in "$folder"/*/cdk.tf.json; do
  [ -e "$file" ] || continue
  jq --arg stack "$(basename "$(dirname "$file")")" --argjson plan "$plan" --argjson deploy "$deploy" '
    (.output.github.value // {}) as $own
    | .provider.aws[0] as $aws
    | $aws.default_tags[0].tags.Environment as $environment
    | {
        stack: $stack,
        environment: $environment,
        approval: ($own.environment // $environment),
        region: $aws.region,
        plan_role: ($plan[$stack] // $own.plan_role),
        deploy_role: ($deploy[$stack] // $own.deploy_role // "")
      }
    | select(.plan_role)' "$file"
done | jq -sc --arg environment "$environment" '
  map(select($environment == "" or .environment == $environment)) | sort_by(.stack)'
