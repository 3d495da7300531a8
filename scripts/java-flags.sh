# Sourced by ./upheld and by the training run of the build: the flags both must share, because the JVM
# refuses an AOT cache that was made under others.
# shellcheck shell=bash disable=SC2034

# Serial collection: the heap is small, and the databases do the heavy work.
gc_flags=(-XX:+UseSerialGC)
# No shared-memory file in /tmp; end at once rather than limp on without memory; UTF-8 into pipes and
# files whatever the locale, because JSON is UTF-8.
common_flags=(-XX:-UsePerfData -XX:+ExitOnOutOfMemoryError -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8)
