#!/usr/bin/env bash
# Checks the extension and tries it in a real VS Code. `mvn verify` calls this, one step in each phase.
#
#   run-checks.sh [STEP]...
#
# STEP (default: all, in this order)
#   check     install the pinned npm packages, compile, lint, unit tests
#   package   target/klpls.vsix, with the server that Maven has built
#   editor    install that in a real VS Code, and drive it with a real browser, on the example and a real kernel
#
# What cannot be had on this machine (node, npm's registry, chromium) skips a step with one line that says why and how
# to enable it. With CI=true and as root on a machine with apt nothing is skipped: there it is an error.
#
# KLPLS_REAL_THINGS   the cache folder for VS Code (default: ~/.cache/klpls/real-things), about 800 MB
set -euo pipefail
cd "$(dirname "$0")"

cache=${KLPLS_REAL_THINGS:-$HOME/.cache/klpls/real-things}
log=target/npm.log

declare -A called=(
  [check]="VS Code extension: compile, lint and unit tests"
  [package]="VS Code extension: package"
  [editor]="VS Code extension in a real VS Code"
)

nothing_may_be_skipped() { [ "${CI:-}" = true ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# skip STEP REASON COMMAND: ends the script, since later steps need the earlier ones
skip() {
  if nothing_may_be_skipped; then
    echo "failed ${called[$1]}: $2; enable with: $3" >&2
    exit 1
  fi
  echo "skipped ${called[$1]}: $2; enable with: $3"
  exit 0
}

has_node() {
  command -v node >/dev/null &&
    node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'
}

need_node() { # STEP
  has_node || skip "$1" "no Node.js 20.19 or later on PATH" "install Node.js from https://nodejs.org"
  command -v npm >/dev/null || skip "$1" "no npm on PATH" "apt-get install npm"
}

# with_registry STEP FOLDER COMMAND...: runs npm in a folder; a registry that cannot be reached is a reason to skip
with_registry() {
  local step=$1 folder=$2
  shift 2
  (cd "$folder" && "$@") >"$log" 2>&1 && return
  if grep -qE 'ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED' "$log"; then
    skip "$step" "npm's registry cannot be reached" "vscode-client/run-checks.sh   # with network access"
  fi
  tail -n 30 "$log" >&2
  echo "failed ${called[$step]}: $* in $folder" >&2
  exit 1
}

# packages STEP: node_modules as package-lock.json says
packages() {
  need_node "$1"
  local marker=node_modules/.installed-lock.json
  cmp -s package-lock.json "$marker" && return
  with_registry "$1" . npm ci --loglevel=error --prefer-offline
  cp package-lock.json "$marker"
}

check() {
  packages check
  npm run --silent compile
  npm run --silent lint
  npm run --silent test
}

package() {
  packages package
  npm run --silent package
}

# vs_code: prints the folder of an installed code-server, which is VS Code's own workbench and extension host
vs_code() {
  local pinned=test/real/code-server version folder
  version=$(node -p "require('./$pinned/package.json').dependencies['code-server']")
  folder=$cache/code-server-$version
  mkdir -p "$folder"
  exec 9>"$folder/lock"
  flock 9
  if ! cmp -s "$pinned/package-lock.json" "$folder/installed-lock.json"; then
    echo "fetching code-server $version" >&2
    cp "$pinned"/{package.json,package-lock.json,.npmrc} "$folder"
    with_registry editor "$folder" npm ci --loglevel=error --prefer-offline
    # Its own lock file misses an entry, so `npm ci` does not work here.
    with_registry editor "$folder/node_modules/code-server/lib/vscode" \
      npm install --omit=dev --ignore-scripts --no-fund --no-audit --loglevel=error --prefer-offline
    cp "$pinned/package-lock.json" "$folder/installed-lock.json"
  fi
  exec 9>&-
  code_server=$folder
}

# fetched KEY: a path that fetch.sh recorded
fetched() { sed -n "s/^${1//./\\.}=//p" "$cache/fetched.properties"; }

editor() {
  packages editor
  local said status=0
  said=$(../.ci/real-things/fetch.sh kernel browser 2>&1) || status=$?
  [ $status != 3 ] || skip editor "$(tail -n 1 <<<"${said%%; enable with: *}")" "${said##*; enable with: }"
  [ $status = 0 ] || { echo "$said" >&2; exit 1; }
  vs_code
  rm -rf target/real
  KLPLS_CODE_SERVER=$code_server KLPLS_CHROMIUM=$(fetched browser.chromium) KLPLS_VMLINUZ=$(fetched kernel.vmlinuz) \
    npm run --silent test:real
}

mkdir -p target
steps=("$@")
[ ${#steps[@]} -gt 0 ] || steps=(check package editor)
for step in "${steps[@]}"; do
  case $step in
    check | package | editor) "$step" ;;
    *) echo "run-checks.sh: no such step: $step" >&2; exit 2 ;;
  esac
done
