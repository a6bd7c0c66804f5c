#!/bin/sh
# Synthesises the stacks of the source accounts.
here=$(cd "$(dirname "$0")" && pwd)
exec sh "$here/../stacks/synth-app.sh" "$here" another-account-iam-role '' analysisplatform.source.Main
