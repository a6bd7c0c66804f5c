#!/bin/sh
# Synthesises the stacks of the analysis account. The function's jar is one of their assets.
here=$(cd "$(dirname "$0")" && pwd)
exec sh "$here/../stacks/synth-app.sh" "$here/.." main lambda analysisplatform.main.Main
