#!/bin/sh
# Builds a module if its sources changed, then runs its main class without Maven.
#
#   run-app.sh <module> <further modules to build, by spaces, or ''> <main class> [argument]...
#
# A whole Maven run costs several seconds even when nothing changed. So it runs only when a pom or
# anything below a src folder is newer than the last good build (a folder is newer when a file in it
# was deleted), or when a file of the class path is gone (clean, moved checkout, emptied repository).
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
module=$1
further=$2
main_class=$3
shift 3
target=$root/$module/target
built=$target/run-app.built
class_path_file=$target/classpath.txt

require() {
  command -v "$1" >/dev/null || {
    echo "$1 is not on the PATH; needed are Java 17, Maven 3.8 and, to synthesise, Node 20 or 22." >&2
    exit 1
  }
}

class_path_is_whole() {
  [ -f "$class_path_file" ] && grep -q "$root/stacks/target/" "$class_path_file" || return 1
  tr ':' '\n' <"$class_path_file" | while read -r file || [ -n "$file" ]; do
    [ -f "$file" ] || return 1
  done
}

sources_are_older() {
  changed=$(
    cd "$root"
    find pom.xml -newer "$built"
    for part in bindings-cut stacks "$module" $further; do
      find "$part/pom.xml" "$part/src" -newer "$built"
    done
  )
  [ -z "$changed" ]
}

require java
if ! { [ -f "$built" ] && class_path_is_whole && sources_are_older; }; then
  require mvn
  mkdir -p "$target"
  touch "$built.next"
  modules=$(echo "$module" $further | tr ' ' ',')
  mvn -q -B -ntp -f "$root/pom.xml" -pl "$modules" -am -Dmaven.test.skip package >&2
  mv "$built.next" "$built"
fi

# Only jars can be in an archive of classes; of several versions the newest is the one just built.
jar=$(ls -t "$target/$module"-*.jar | head -n 1)
class_path=$jar:$(cat "$class_path_file")
archive=$target/classes.jsa

archive_is_current() {
  [ -f "$archive" ] || return 1
  newer=$(echo "$class_path" | tr ':' '\n' | while read -r file; do
    [ "$file" -nt "$archive" ] && echo "$file"
  done)
  [ -z "$newer" ]
}

# Half a second of loading classes is saved by an archive of them, written at the end of the first run.
if archive_is_current; then
  share=-XX:SharedArchiveFile=$archive
else
  rm -f "$archive"
  share=-XX:ArchiveClassesAtExit=$archive
fi

# For a program of a second: one collector thread, the quick compiler only, a small heap to begin with.
exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xms16m -Xlog:disable -Xlog:all=error:stderr \
  "$share" "-Dplatform.root=$root" -cp "$class_path" "$main_class" "$@"
