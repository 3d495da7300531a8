#!/usr/bin/env bash
# Tests ./upheld as a person meets it. Run by ./verify after the build; needs a build that is up to date.
set -uo pipefail

root=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/scripts/jdk.sh"
. "$root/scripts/build.sh"
. "$root/scripts/java-flags.sh"
find_jdk25 || exit 2

# A check that hangs must not hold up everything after it: the whole takes seconds, so it gets five minutes.
if [ -z "${UPHELD_LAUNCHER_TEST_BOUNDED-}" ] && command -v timeout >/dev/null 2>&1; then
  UPHELD_LAUNCHER_TEST_BOUNDED=1 exec timeout --kill-after=10 300 "$0" "$@"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# check NAME COMMAND...: passes when the command does.
check() {
  local name=$1
  shift
  if "$@" >"$work/out" 2>&1 </dev/null; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $name"
    sed 's/^/    /' "$work/out"
  fi
}

exits_with() {
  local expected=$1 status=0
  shift
  "$@" || status=$?
  [ "$status" -eq "$expected" ] || {
    echo "exit code $status, expected $expected"
    return 1
  }
}

prints() {
  local expected=$1 text
  shift
  text=$("$@" 2>&1) || return 1
  [[ $text == *"$expected"* ]] || {
    printf 'expected "%s" in:\n%s\n' "$expected" "$text"
    return 1
  }
}

silent_on_stderr() {
  local text
  text=$("$@" 2>&1 >/dev/null) && [ -z "$text" ] || {
    printf 'standard error: %s\n' "$text"
    return 1
  }
}

in_folder() {
  (cd "$1" && shift && "$@")
}

# The flags of the launcher, but failing where the launcher would quietly start without the cache.
with_cache_demanded() {
  "$JAVA_HOME/bin/java" "${gc_flags[@]}" "${common_flags[@]}" -Xmx256m "$@" \
    -XX:AOTCache="$root/platform/target/upheld.aot" -XX:AOTMode=on \
    -cp "$root/platform/target/upheld.jar" dev.upheld.app.Main --version
}

# The class of the entry point must come out of the cache, not out of the jar.
main_class_from_cache() {
  with_cache_demanded -Xlog:class+load | grep -q 'dev.upheld.app.Main source: shared objects file'
}

no_jdk() {
  local status=0 text
  text=$(
    . "$root/scripts/jdk.sh"
    is_jdk25() { return 1; }
    find_jdk25 2>&1
  ) || status=$?
  [ "$status" -eq 2 ] && [[ $text == *'JDK 25'*'JAVA_HOME'* ]]
}

# A copy of the checkout's shape whose build is a stand-in, to see what the launcher does around it.
fake_checkout() {
  local fake=$work/fake
  rm -rf "$fake"
  mkdir -p "$fake/platform/src/main" "$fake/platform/target"
  cp -r "$root/scripts" "$fake/scripts"
  cp "$root/upheld" "$fake/upheld"
  cp "$root/pom.xml" "$fake/pom.xml"
  cp "$root/platform/pom.xml" "$fake/platform/pom.xml"
  printf '#!/bin/sh\n%s\n' "$1" >"$fake/mvnw"
  chmod +x "$fake/mvnw"
}

# Two first starts at once: one builds, the other waits and finds the build done.
one_build_for_two_starts() {
  fake_checkout "echo built >>'$work/builds'
    cp '$root/platform/target/upheld.jar' platform/target/upheld.jar
    ln -s '$root/platform/target/lib' platform/target/lib
    touch platform/target/upheld.built"
  rm -f "$work/builds"
  "$work/fake/upheld" --version &
  local first=$!
  "$work/fake/upheld" --version || return 1
  wait "$first" || return 1
  [ "$(wc -l <"$work/builds")" -eq 1 ]
}

# After an edit and after a removal the launcher builds again.
builds_again_when() {
  fake_checkout "echo built >>'$work/builds'; touch platform/target/upheld.built"
  cp "$root/platform/target/upheld.jar" "$work/fake/platform/target/upheld.jar"
  ln -s "$root/platform/target/lib" "$work/fake/platform/target/lib"
  touch "$work/fake/platform/src/main/Some.java"
  touch -d '1 hour ago' "$work/fake/platform/src/main/Some.java" "$work/fake/platform/src/main"
  find "$work/fake" -name '*.sh' -exec touch -d '1 hour ago' {} +
  touch -d '1 hour ago' "$work/fake/scripts" "$work/fake/pom.xml" "$work/fake/platform/pom.xml"
  touch -d '1 minute ago' "$work/fake/platform/target/upheld.built"
  : >"$work/builds"
  "$work/fake/upheld" --version || return 1
  [ "$(wc -l <"$work/builds")" -eq 0 ] || {
    echo "built although nothing changed"
    return 1
  }
  "$@" "$work/fake/platform/src/main/Some.java"
  "$work/fake/upheld" --version || return 1
  [ "$(wc -l <"$work/builds")" -eq 1 ]
}

failed_build_is_visible() {
  fake_checkout 'echo "[ERROR] Some.java:[3,4] cannot find symbol"; exit 1'
  # an older build must not be started in place of the one that failed
  cp "$root/platform/target/upheld.jar" "$work/fake/platform/target/upheld.jar"
  ln -s "$root/platform/target/lib" "$work/fake/platform/target/lib"
  local status=0 text
  text=$("$work/fake/upheld" --version 2>&1) || status=$?
  [ "$status" -eq 2 ] && [[ $text == *'cannot find symbol'* ]]
}

# Ctrl-C must reach the JVM: the process started is the JVM itself. The JVM waits where it has just written
# the pause file, so looking at it before is a race; it is killed, never asked to go on.
launcher_becomes_java() {
  local started name=
  UPHELD_JAVA_OPTS="-XX:+UnlockDiagnosticVMOptions -XX:+PauseAtStartup -XX:PauseAtStartupFile=$work/pause" \
    "$root/upheld" --version &
  started=$!
  for _ in $(seq 1 600); do
    [ ! -e "$work/pause" ] || break
    sleep 0.05
  done
  name=$(ps -o comm= -p "$started")
  kill -KILL "$started"
  wait "$started"
  [ "$name" = java ] || {
    echo "the process is '$name', expected java; paused: $(ls "$work/pause" 2>&1)"
    return 1
  }
}

ln -s "$root/upheld" "$work/link"
check "prints its version" prints "upheld " "$root/upheld" --version
check "says nothing else" silent_on_stderr "$root/upheld" --version
check "runs from another folder" in_folder / "$root/upheld" --version
check "runs through a symbolic link" in_folder "$work" ./link --version
check "hands on the exit code" exits_with 2 "$root/upheld" --no-such-option
check "the AOT cache fits" with_cache_demanded
check "the AOT cache fits with the quick compiler" with_cache_demanded -XX:TieredStopAtLevel=1
check "classes come from the AOT cache" main_class_from_cache
check "other collectors may be chosen" env UPHELD_JAVA_OPTS=-XX:+UseG1GC "$root/upheld" --version
check "a cache that does not fit is passed over" silent_on_stderr env UPHELD_JAVA_OPTS="-XX:+UseParallelGC -XX:-UseCompressedOops" "$root/upheld" --version
check "without a JDK 25 it explains itself" no_jdk
check "two first starts build once" one_build_for_two_starts
check "an edited source is built" builds_again_when touch
check "a removed source is built" builds_again_when rm
check "a failed build is shown" failed_build_is_visible
check "the launcher becomes the JVM" launcher_becomes_java

echo "launcher: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
