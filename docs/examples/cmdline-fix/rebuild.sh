#!/usr/bin/env bash
# Builds cmdline-fix.ko anew from cmdline-fix.c: rebuild.sh [KERNEL-BUILD-FOLDER]
# The folder is that of installed kernel headers (default: the newest Debian 6.1 one). The build runs elsewhere, so that
# nothing but the module changes here; debug information is taken off to keep it small.
set -euo pipefail
cd "$(dirname "$0")"
kernel=${1:-$(find /usr/src -maxdepth 1 -name 'linux-headers-6.1.*-amd64' | sort -V | tail -n 1)}
[ -n "$kernel" ] || { echo "rebuild.sh: no kernel headers: apt-get install linux-headers-amd64 gcc make" >&2; exit 2; }
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
cp cmdline-fix.c Kbuild "$build"
make -s -C "$kernel" M="$build" modules
strip --strip-debug --remove-section=.comment -o cmdline-fix.ko "$build/cmdline-fix.ko"
