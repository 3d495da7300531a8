#!/usr/bin/env bash
# Writes the jOOQ classes of the store's tables from the migrations, into platform/src/main/generated.
# Compiles only what it needs: the classes it is about to write may be wrong, missing or in conflict.
set -euo pipefail

root=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/scripts/jdk.sh"
find_jdk25 || exit 2

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$root" && ./mvnw -B -q -pl platform dependency:build-classpath -Dmdep.outputFile="$work/libraries" >"$work/maven.log" 2>&1) ||
  { cat "$work/maven.log" >&2; exit 2; }
libraries=$(cat "$work/libraries")
"$JAVA_HOME/bin/javac" -proc:none -nowarn -d "$work/classes" -cp "$libraries" \
  -sourcepath "$root/platform/src/main/java:$root/platform/src/test/java" \
  "$root/platform/src/test/java/dev/upheld/store/TableGenerator.java"
"$JAVA_HOME/bin/java" -cp "$work/classes:$root/platform/src/main/resources:$libraries" \
  dev.upheld.store.TableGenerator "$root/platform/src/main/generated"
