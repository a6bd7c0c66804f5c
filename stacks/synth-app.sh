#!/bin/sh
# Runs a cdktf app, which writes cdktf.out beside its cdktf.json.
#
#   synth-app.sh <folder of cdktf.json> <module> <further modules to build, or ''> <main class>
set -eu

here=$(cd "$(dirname "$0")" && pwd)
home=$1
shift
command -v node >/dev/null || {
  echo "node is not on the PATH; synthesis needs Node 20 or 22." >&2
  exit 1
}

cd "$home"
export CDKTF_OUTDIR="${CDKTF_OUTDIR:-$PWD/cdktf.out}"
# jsii prints ten lines about Node 20, on which synthesis is fine.
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=20
exec sh "$here/run-app.sh" "$@"
