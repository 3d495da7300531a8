# Sourced by ./upheld, ./verify and bench/run: finds a JDK 25 and exports JAVA_HOME.
# Reads the `release` file of each candidate, because starting a JVM to ask its version costs more
# than the rest of the launcher.
# shellcheck shell=bash

is_jdk25() {
  [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  local line
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      'JAVA_VERSION="25"'* | 'JAVA_VERSION="25.'*) return 0 ;;
      JAVA_VERSION=*) return 1 ;;
    esac
  done <"$1/release"
  return 1
}

# The JDK that the `java` on PATH belongs to, links resolved; nothing when there is none.
jdk_on_path() {
  local file link
  file=$(command -v java) || return 0
  while [ -L "$file" ]; do
    link=$(readlink "$file")
    case $link in
      /*) file=$link ;;
      *) file=$(dirname "$file")/$link ;;
    esac
  done
  (cd -P -- "$(dirname "$file")/.." 2>/dev/null && pwd) || return 0
}

# Sets JAVA_HOME, or explains how to get a JDK 25 and returns 2.
find_jdk25() {
  local candidate
  if is_jdk25 "${JAVA_HOME-}"; then
    export JAVA_HOME
    return 0
  fi
  for candidate in "$(jdk_on_path)" \
    /usr/lib/jvm/*25* "${SDKMAN_DIR:-${HOME-}/.sdkman}"/candidates/java/25* "${HOME-}"/.jdks/*25* \
    /opt/*25* /opt/java/*25* /usr/java/*25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home \
    "${HOME-}"/Library/Java/JavaVirtualMachines/*25*/Contents/Home /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
    if is_jdk25 "$candidate"; then
      export JAVA_HOME=$candidate
      return 0
    fi
  done
  if [ -x /usr/libexec/java_home ] && candidate=$(/usr/libexec/java_home -v 25 2>/dev/null) && is_jdk25 "$candidate"; then
    export JAVA_HOME=$candidate
    return 0
  fi
  explain_jdk25 >&2
  return 2
}

explain_jdk25() {
  cat <<'TEXT'
upheld: no JDK 25 found.
Upheld needs a JDK (not only a JRE) of version 25. It looked at JAVA_HOME, the `java` on PATH,
/usr/lib/jvm, /opt, /usr/java, ~/.sdkman, ~/.jdks and the places macOS uses. Get one with, for example:
  Debian, Ubuntu   sudo apt-get install openjdk-25-jdk-headless   (or temurin-25-jdk from Adoptium)
  Fedora           sudo dnf install java-25-openjdk-devel
  macOS            brew install openjdk@25
  anywhere         sdk install java 25-tem                        (https://sdkman.io)
or set JAVA_HOME to one that is already here.
TEXT
}
