#!/bin/sh
# Builds an app if its sources changed, then runs it; it writes cdktf.out beside its cdktf.json.
#
#   run-app.sh <module> <folder of cdktf.json> <main class> [further module to build]...
#
# A whole Maven run costs several seconds even when nothing changed. So it runs only when a pom or
# anything below a src folder is newer than the last good build (a folder is newer when a file in it
# was deleted), or when a file of the class path is gone (clean, moved checkout, emptied repository).
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
module=$1
home=$root/$2
main_class=$3
shift 3
target=$root/$module/target
built=$target/run-app.built
class_path_file=$target/classpath.txt

for tool in java mvn node; do
  if ! command -v "$tool" >/dev/null; then
    echo "Cannot synthesise: $tool is not on the PATH (Java 17, Maven 3.8, Node 20 or newer)." >&2
    exit 1
  fi
done

class_path_is_whole() {
  [ -f "$class_path_file" ] || return 1
  old_ifs=$IFS
  IFS=:
  set -f
  for file in $(cat "$class_path_file"); do
    [ -f "$file" ] || { IFS=$old_ifs; set +f; return 1; }
  done
  IFS=$old_ifs
  set +f
  grep -q "$root/stacks/target/" "$class_path_file"
}

is_current() {
  [ -f "$built" ] && class_path_is_whole || return 1
  changed=$(
    cd "$root"
    for part in bindings-cut stacks "$module" "$@"; do
      find "$part/pom.xml" "$part/src" -newer "$built"
    done
    find pom.xml -newer "$built"
  )
  [ -z "$changed" ]
}

if ! is_current "$@"; then
  modules=$module
  for further in "$@"; do
    modules=$modules,$further
  done
  mkdir -p "$target"
  touch "$built.next"
  mvn -q -B -ntp -f "$root/pom.xml" -pl "$modules" -am -Dmaven.test.skip package >&2
  mv "$built.next" "$built"
fi

cd "$home"
# jsii prints ten lines about Node 20, on which synthesis is fine.
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=20
export CDKTF_OUTDIR="${CDKTF_OUTDIR:-$home/cdktf.out}"
# For a program of a second: one collector thread, the quick compiler only, a small heap to begin with.
exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xms16m \
  "-Dplatform.root=$root" -cp "$target/classes:$(cat "$class_path_file")" "$main_class"
