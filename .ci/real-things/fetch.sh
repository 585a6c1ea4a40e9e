#!/usr/bin/env bash
# Fetches the real things that tests compare klpls with, from Debian by apt, and skips what is there already.
#
#   fetch.sh [PART]...
#
# PART (default: all but the 6.12 ones and kernel-dbg)
#   kernel       newest 6.1 amd64 kernel image: vmlinuz, config, lib/modules, unpacked into the cache, not installed
#   headers      the headers of the same release, with gcc and make: modules can be built (installed, /usr/src)
#   source       linux-source-6.1 of the same version, unpacked into the cache (no graphics drivers, no other architectures)
#   qemu         qemu-system-x86_64, and gcc for the program that runs inside
#   editors      neovim, emacs with eglot
#   browser      chromium
#   compressors  what the kernel's build compresses images with: gzip, bzip2, xz, lzop, lz4, zstd
#   btf-tools    bpftool, pahole
#   dwarf        llvm-dwarfdump, llc, dwz, and gcc with binutils
#   debuginfod   elfutils' debuginfod server
#   gccs         the C compilers proper of gcc 13, 14 and 15 (cc1) with their libraries, from newer Debian releases, unpacked
#   kernel-6.12, headers-6.12, source-6.12   the same of 6.12
#
#   kernel-dbg   the vmlinux of the 6.1 kernel with its debug info (a package of 860 MB)
#
# KLPLS_REAL_THINGS   the cache folder (default: ~/.cache/klpls/real-things). Remove it to get newer versions.
# What was fetched is written to fetched.properties in it, which org.klpls.c.testing.RealThings reads.
#
# Exit status: 0 all there; 1 something broke; 2 wrong use; 3 impossible on this machine: the last line on stderr says
# "PART: REASON; enable with: COMMAND".
set -euo pipefail

cache=${KLPLS_REAL_THINGS:-$HOME/.cache/klpls/real-things}
me=$(cd "$(dirname "$0")" && pwd)/$(basename "$0")
record=$cache/fetched.properties
lists_are_new=
export DEBIAN_FRONTEND=noninteractive LC_ALL=C

impossible() { # PART REASON COMMAND
  echo "$1: $2; enable with: $3" >&2
  exit 3
}

is_root() { [ "$(id -u)" = 0 ]; }

# property KEY: its value, empty if there is none
property() { [ ! -f "$record" ] || sed -n "s|^$1=||p" "$record"; }

# remember PART KEY=VALUE...: replaces everything that was known of the part; readers see the old file or the new one
remember() {
  local part=$1
  shift
  { [ ! -f "$record" ] || grep -v "^${part//./\\.}\." "$record" || true; printf "$part.%s\n" "$@"; } >"$record.new"
  mv "$record.new" "$record"
}

# there PART: every file and folder that was recorded for the part still exists, and it is of the kernel that is there
there() {
  local paths path
  case $1 in
    source) [ -n "$(property 'source\.drivers')" ] || return 1 ;; # older ones had none
  esac
  case $1 in
    headers | source | kernel-dbg) [ "$(property "$1\.version")" = "$(property 'kernel\.version')" ] || return 1 ;;
    headers-6.12 | source-6.12) [ "$(property "${1//./\\.}\.version")" = "$(property 'kernel-6\.12\.version')" ] || return 1 ;;
  esac
  paths=$(property "${1//./\\.}\.[a-z-]*" | grep '^/' || true)
  [ -n "$paths" ] || return 1
  while read -r path; do [ -e "$path" ] || return 1; done <<<"$paths"
}

# refresh_lists: what apt offers, asked anew, at most once a run; fails if that cannot be done
refresh_lists() {
  [ -z "$lists_are_new" ] && is_root || return 1
  lists_are_new=yes
  apt-get update -qq -o DPkg::Lock::Timeout=300 >/dev/null 2>&1
}

need_apt() { # PART
  command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null ||
    impossible "$1" "needs Debian's apt, which is not on this machine" "$me $1   # on Debian 12, as root"
}

# install PART PACKAGE...: those that are not installed yet
install() {
  local part=$1 missing=() package
  shift
  need_apt "$part"
  for package; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  is_root || impossible "$part" "${missing[*]} not installed, and this is not root" "sudo apt-get install ${missing[*]}"
  local try="apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 ${missing[*]}"
  $try >"$cache/apt.log" 2>&1 || { refresh_lists && $try >"$cache/apt.log" 2>&1; } ||
    impossible "$part" "apt cannot install ${missing[*]}: $(grep '^E:' "$cache/apt.log" | head -n 1)" "apt-get update && apt-get install ${missing[*]}"
}

# unpack FOLDER PACKAGE=VERSION: downloads and unpacks a package under a folder without installing it; no root needed
unpack() {
  local folder=$1 package=$2 work
  work=$(mktemp -d "$cache/unpacking.XXXXXX")
  # shellcheck disable=SC2064
  trap "rm -rf '$work'" EXIT
  if ! (cd "$work" && apt-get download -qq "$package") >"$cache/apt.log" 2>&1; then
    rm -rf "$work"
    return 1
  fi
  dpkg-deb -x "$work"/*.deb "$work/root"
  rm -rf "$folder"
  mkdir -p "$(dirname "$folder")"
  mv "$work/root" "$folder"
  rm -rf "$work"
}

cannot_download() { # PART PACKAGE
  impossible "$1" "apt cannot download $2: $(grep '^E:' "$cache/apt.log" | head -n 1)" "$me $1   # with network access"
}

# newest_release SERIES: e.g. 6.1 -> 6.1.0-56-amd64: the newest that apt offers both an image and headers of
newest_release() {
  local release
  apt-cache pkgnames "linux-image-$1." | sed -n 's/^linux-image-\(.*[0-9]-amd64\|.*deb1[0-9]-amd64\)-unsigned$/\1/p' | sort -rV |
    while read -r release; do
      if apt-cache show "linux-headers-$release" >/dev/null 2>&1; then echo "$release"; break; fi
    done
}

version_of() { apt-cache show --no-all-versions "$1" 2>/dev/null | sed -n 's/^Version: //p'; }

kernel() { # PART SERIES
  local part=$1 series=$2 release package version root
  need_apt "$part"
  release=$(newest_release "$series")
  if [ -z "$release" ] && refresh_lists; then release=$(newest_release "$series"); fi
  [ -n "$release" ] || impossible "$part" "apt offers no $series kernel image for amd64" \
    "echo 'deb http://deb.debian.org/debian-security bookworm-security main' >/etc/apt/sources.list.d/klpls.list && apt-get update"
  package=linux-image-$release-unsigned
  version=$(version_of "$package")
  root=$cache/$part/$release
  if ! unpack "$root" "$package=$version"; then
    # What apt offered when it last looked may be gone from the archive.
    if refresh_lists; then kernel "$part" "$series"; return; fi
    cannot_download "$part" "$package"
  fi
  remember "$part" release="$release" version="$version" root="$root" vmlinuz="$root/boot/vmlinuz-$release" \
    config="$root/boot/config-$release" modules="$root/lib/modules/$release"
}

headers() { # PART KERNEL-PART
  local part=$1 release
  fetch "$2"
  release=$(property "${2//./\\.}\.release")
  install "$part" "linux-headers-$release" gcc make libc6-dev
  remember "$part" release="$release" version="$(version_of "linux-headers-$release")" folder="/usr/src/linux-headers-$release"
}

source_tree() { # PART KERNEL-PART SERIES
  local part=$1 kernel=$2 series=$3 version package folder=$cache/$1 tree
  fetch "$kernel"
  version=$(property "${kernel//./\\.}\.version")
  package=linux-source-$series
  need_apt "$part"
  if ! unpack "$folder" "$package=$version"; then
    # The archive keeps few versions: where that of the kernel in the cache is gone, both must be newer ones.
    kernel "$kernel" "$series"
    version=$(property "${kernel//./\\.}\.version")
    unpack "$folder" "$package=$version" || cannot_download "$part" "$package=$version"
  fi
  tree=$folder/$package
  xz -T0 -dc "$folder/usr/src/$package.tar.xz" | tar -x -C "$folder" --exclude='*/drivers/gpu/*' --exclude='*/drivers/staging/*' \
    --exclude='*/sound/*' --exclude='*/Documentation/*' --exclude='*/tools/*' --exclude="$package/arch/[!x]*/*" \
    --exclude="$package/arch/xtensa/*"
  rm "$folder/usr/src/$package.tar.xz"
  remember "$part" version="$version" folder="$tree" drivers="$tree/drivers"
}

# The vmlinux alone: with the debug info of all modules the package unpacks to 6 GB.
kernel_dbg() {
  fetch kernel
  local release package folder=$cache/kernel-dbg work
  release=$(property 'kernel\.release')
  package=linux-image-$release-dbg=$(property 'kernel\.version')
  need_apt kernel-dbg
  work=$(mktemp -d "$cache/unpacking.XXXXXX")
  # shellcheck disable=SC2064
  trap "rm -rf '$work'" EXIT
  (cd "$work" && apt-get download -qq "$package") >"$cache/apt.log" 2>&1 || cannot_download kernel-dbg "$package"
  dpkg-deb --fsys-tarfile "$work"/*.deb | tar -x -C "$work" "./usr/lib/debug/boot/vmlinux-$release"
  rm -rf "$folder"
  mkdir -p "$folder"
  mv "$work/usr" "$folder/usr"
  rm -rf "$work"
  remember kernel-dbg version="$(property 'kernel\.version')" vmlinux="$folder/usr/lib/debug/boot/vmlinux-$release"
}

# gcc 13 and 14 are of Debian 13, gcc 15 of the release after it. apt keeps lists of its own for these, so that nothing of them
# is ever installed. 38 MB, and 20 MB of lists.
gccs() {
  local folder=$cache/gccs work=$cache/gccs-apt v pair package packages=()
  need_apt gccs
  rm -rf "$work" "$folder"
  mkdir -p "$work"/{lists,cache/archives}/partial "$folder/root"
  printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian %s main\n' trixie forky >"$work/sources.list"
  printf '%s\n' "Dir::Etc::SourceList \"$work/sources.list\";" 'Dir::Etc::SourceParts "/dev/null";' \
    "Dir::State::Lists \"$work/lists\";" "Dir::Cache \"$work/cache\";" 'Acquire::Languages "none";' >"$work/apt.conf"
  # The libraries are of Debian 13 as well: gcc 15 runs on them.
  for package in libc6 libgmp10 libisl23 libmpc3 libmpfr6 libzstd1 zlib1g; do packages+=("$package/trixie"); done
  for pair in 13/trixie 14/trixie 15/forky; do packages+=("cpp-${pair%/*}-x86-64-linux-gnu/${pair#*/}"); done
  if ! { APT_CONFIG=$work/apt.conf apt-get update -qq && (cd "$work" && APT_CONFIG=$work/apt.conf apt-get download -qq "${packages[@]}"); } >"$cache/apt.log" 2>&1; then
    cannot_download gccs "${packages[*]}"
  fi
  for package in "$work"/*.deb; do dpkg-deb -x "$package" "$folder/root"; done
  rm -rf "$work" "$folder/root/usr/share"
  for v in 13 14 15; do
    printf '#!/bin/sh\nexec %s --library-path %s %s -quiet "$@"\n' "$folder/root/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2" \
      "$folder/root/usr/lib/x86_64-linux-gnu" "$folder/root/usr/libexec/gcc/x86_64-linux-gnu/$v/cc1" >"$folder/cc1-$v"
    chmod +x "$folder/cc1-$v"
    "$folder/cc1-$v" -E /dev/null >/dev/null || { echo "gccs: cc1 of gcc $v does not run" >&2; exit 1; }
  done
  remember gccs folder="$folder" oldest="$folder/cc1-13" newest="$folder/cc1-15"
}

# program PART KEY NAME: remembers where a program is
program() { command -v "$1" || { echo "$1 is installed and not on PATH" >&2; exit 1; }; }

fetch() { # PART
  if there "$1"; then return; fi
  echo "fetching $1" >&2
  case $1 in
    kernel) kernel kernel 6.1 ;;
    kernel-6.12) kernel kernel-6.12 6.12 ;;
    headers) headers headers kernel ;;
    headers-6.12) headers headers-6.12 kernel-6.12 ;;
    kernel-dbg) kernel_dbg ;;
    source) source_tree source kernel 6.1 ;;
    source-6.12) source_tree source-6.12 kernel-6.12 6.12 ;;
    qemu)
      install qemu qemu-system-x86 gcc libc6-dev
      remember qemu program="$(program qemu-system-x86_64)" version="$(version_of qemu-system-x86)"
      ;;
    editors)
      install editors neovim emacs-nox elpa-eglot
      remember editors neovim="$(program nvim)" emacs="$(program emacs)"
      ;;
    compressors)
      install compressors gzip bzip2 xz-utils lzop lz4 zstd
      remember compressors lzop="$(program lzop)" lz4="$(program lz4)" zstd="$(program zstd)"
      ;;
    gccs) gccs ;;
    btf-tools)
      install btf-tools bpftool dwarves
      remember btf-tools bpftool=/usr/sbin/bpftool pahole="$(program pahole)"
      ;;
    browser)
      install browser chromium
      remember browser chromium="$(program chromium)" version="$(version_of chromium)"
      ;;
    dwarf)
      install dwarf llvm dwz gcc binutils libc6-dev
      remember dwarf dwarfdump="$(program llvm-dwarfdump)" llc="$(program llc)" dwz="$(program dwz)"
      ;;
    debuginfod)
      install debuginfod debuginfod gcc libc6-dev
      remember debuginfod program="$(program debuginfod)" version="$(version_of debuginfod)"
      ;;
  esac
}

parts=("$@")
[ ${#parts[@]} -gt 0 ] || parts=(kernel headers source qemu editors browser dwarf debuginfod compressors btf-tools gccs)
for part in "${parts[@]}"; do
  case $part in
    kernel | headers | source | qemu | editors | browser | dwarf | debuginfod | kernel-dbg | kernel-6.12 | headers-6.12 | source-6.12 | compressors | btf-tools | gccs) ;;
    -h | --help) sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//p}' "$0"; exit ;;
    *) echo "fetch.sh: no such part: $part (try --help)" >&2; exit 2 ;;
  esac
done
mkdir -p "$cache"
exec 9>"$cache/lock"
flock 9
for part in "${parts[@]}"; do fetch "$part"; done
