# Sourced by ./upheld, ./verify and bench/run: the build lock, and the build that a first start makes.
# Expects $root, the folder of the checkout, and `set -o pipefail`.
# shellcheck shell=bash disable=SC2154

# Two starts at once must not write the same target folder. The lock is held on a file that is always
# there, so nothing has to be cleaned up, and the kernel lets go of it when the holder dies.
lock_build() {
  exec 9<"$root/pom.xml"
  if command -v flock >/dev/null 2>&1; then
    if ! flock -n 9; then
      echo "upheld: another build of this checkout is running; waiting for it" >&2
      flock 9
    fi
  elif command -v perl >/dev/null 2>&1; then # macOS has no flock(1)
    perl -e 'open(my $f, "<&=9") or exit 1; flock($f, 2) or exit 1'
  fi
}

unlock_build() {
  exec 9<&-
}

# True when nothing the product is made of is younger than its last build. Folders count too: their
# time changes when a file is removed. The mark carries the time the build started, so that what was
# edited during the build is built again.
up_to_date() {
  [ -f "$root/platform/target/upheld.jar" ] && [ -f "$root/platform/target/upheld.built" ] &&
    [ -z "$(find "$root/platform/src/main" "$root/pom.xml" "$root/platform/pom.xml" \
      "$root/scripts/train-aot.sh" "$root/scripts/java-flags.sh" -newer "$root/platform/target/upheld.built" \
      -print -quit)" ]
}

# Copies Maven's output to the file $1 and says in one line what it is doing.
show_progress() {
  local line step='' fetched=0 shown=0
  while IFS= read -r line; do
    printf '%s\n' "$line" >&3
    case $line in
      *'Downloaded from '*) fetched=$((fetched + 1)) ;;
      *'[INFO] --- '*)
        step=${line#*--- }
        step=${step%% (*}
        step=${step%%:*}:${step##*:}
        ;;
      *) continue ;;
    esac
    if [ -t 2 ]; then
      printf '\r\033[K  %s (%s files fetched)' "$step" "$fetched" >&2
    elif [ $((SECONDS - shown)) -ge 10 ]; then
      shown=$SECONDS
      printf '  %s (%s files fetched, %s s)\n' "$step" "$fetched" "$SECONDS" >&2
    fi
  done
  [ ! -t 2 ] || printf '\r\033[K' >&2
}

# Builds without running tests; arguments choose modules and what to skip. The product alone is built without even
# fetching the test libraries (maven.test.skip switches their profile off): they are several times its size.
build_product() {
  [ $# -gt 0 ] || set -- -pl platform -Dmaven.test.skip=true
  local log=$root/platform/target/build.log
  mkdir -p "$root/platform/target"
  if [ -f "$root/platform/target/upheld.built" ]; then
    echo "upheld: the sources changed; building" >&2
  else
    echo "upheld: building; the first time takes a minute or two" >&2
  fi
  local status=0
  SECONDS=0
  trap 'echo "upheld: interrupted" >&2; exit 130' INT
  (cd "$root" && exec ./mvnw -B "$@" package -Dspotless.check.skip=true 2>&1 9<&-) |
    show_progress 3>"$log" || status=$? # pipefail: Maven's, unless the progress line failed
  trap - INT
  if [ "$status" -ne 0 ] || ! [ -f "$root/platform/target/upheld.jar" ]; then
    grep -E '^\[(ERROR|WARNING)\]|\[exec\]|Exception|rror:' "$log" | grep -v '^\[ERROR\] *$' | head -60 >&2
    echo "upheld: the build failed; the whole output is in $log" >&2
    return 2
  fi
  echo "upheld: built in $SECONDS s" >&2
}

# Builds when needed; at most one builder at a time, and whoever waited looks again first.
ensure_built() {
  ! up_to_date || return 0
  lock_build
  if ! up_to_date; then
    build_product || return 2
  fi
  unlock_build
}
