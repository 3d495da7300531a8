#!/usr/bin/env bash
# Run by the build after the jar is made: one training run of the product, from which the JDK writes the
# ahead-of-time cache (JEP 483, 514, 515) that ./upheld starts with. Needs JAVA_HOME.
# Usage: train-aot.sh TARGET-FOLDER [WORKSPACE]...
set -euo pipefail

here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
. "$here/java-flags.sh"
target=$1
shift
log=$target/aot-training.log

rm -f "$target/upheld.aot"
# The demonstration's databases; searchable by others, because root's databases run as another account.
UPHELD_HOME=$(mktemp -d)
export UPHELD_HOME
trap 'rm -rf -- "$UPHELD_HOME"' EXIT
chmod 755 "$UPHELD_HOME"
if ! "$JAVA_HOME/bin/java" "${gc_flags[@]}" "${common_flags[@]}" -Xmx256m -Xlog:aot*=error \
  -XX:AOTCacheOutput="$target/upheld.aot" -cp "$target/upheld.jar" dev.upheld.app.Training "$@" >"$log" 2>&1; then
  echo "The training run for the AOT cache failed; its output:" >&2
  tail -n 40 "$log" >&2
  rm -f "$target/upheld.aot" # the JDK writes one all the same
  exit 1
fi
if [ ! -s "$target/upheld.aot" ]; then
  echo "The training run passed, but the JDK wrote no AOT cache; see $log" >&2
  exit 1
fi
