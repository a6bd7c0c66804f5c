#!/bin/sh
# Synthesises the stacks of the analysis account. The function's jar is an asset of them.
exec sh "$(dirname "$0")/../stacks/run-app.sh" main . analysisplatform.main.Main lambda
