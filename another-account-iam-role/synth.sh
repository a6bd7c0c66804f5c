#!/bin/sh
# Synthesises the stacks of the source accounts.
exec sh "$(dirname "$0")/../stacks/run-app.sh" \
  another-account-iam-role another-account-iam-role analysisplatform.source.Main
