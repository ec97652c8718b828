#!/usr/bin/env bash
# Runs the tests: the first part, which stays below 30 minutes on two cores; ./test.sh all runs the long ones too. On PostgreSQL the first part
# runs what has SQL, order or races of its own, and opens every page as everybody; the other twins are long. Installs browsers and
# PostgreSQL where they are missing (Debian), starts a PostgreSQL of its own, leaves nothing running.
# The last line says: N passed, N failed. One project only: ./test.sh Unit, or ./test.sh all Unit
set -uo pipefail
cd "$(dirname "$0")"

if ! command -v dotnet >/dev/null || ! dotnet --list-sdks | grep -q '^10\.'; then
  echo "Learning Buddy needs the .NET 10 SDK: install it from https://dotnet.microsoft.com/download/dotnet/10.0 and run ./test.sh again." >&2
  exit 1
fi

postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

install_missing() {
  local packages=()
  [ -x /usr/bin/chromium ] || packages+=(chromium)
  [ -n "$(postgres_bin)" ] && [ -x "$(postgres_bin)/initdb" ] || packages+=(postgresql)
  [ -x /usr/bin/firefox-esr ] || packages+=(firefox-esr)
  command -v WebKitWebDriver >/dev/null || packages+=(webkit2gtk-driver)
  command -v Xvfb >/dev/null || packages+=(xvfb)
  fc-list 2>/dev/null | grep -qi noto || packages+=(fonts-noto-core)
  [ ${#packages[@]} -eq 0 ] && return 0
  local sudo=""
  [ "$(id -u)" -eq 0 ] || sudo="sudo"
  echo "Installing ${packages[*]} …"
  $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq "${packages[@]}" >/dev/null
}

work=$(mktemp -d)
as_owner() { if [ "$(id -u)" -eq 0 ]; then su postgres -s /bin/bash -c "$*"; else bash -c "$*"; fi; }

start_postgres() {
  local bin; bin=$(postgres_bin)
  local port; port=$(python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])' 2>/dev/null || echo $((20000 + RANDOM % 20000)))
  [ "$(id -u)" -eq 0 ] && chown postgres "$work"
  chmod 755 "$work"
  as_owner "$bin/initdb -D $work/pg -U postgres -A trust -E UTF8 >/dev/null" || return 1
  as_owner "$bin/pg_ctl -D $work/pg -l $work/pg.log -w -o '-p $port -k $work -c listen_addresses=127.0.0.1 -c max_connections=300 -c fsync=off' start >/dev/null" || return 1
  export LEARNINGBUDDY_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres;Maximum Pool Size=20"
}

stop_all() {
  [ -f "$work/pg/postmaster.pid" ] && as_owner "$(postgres_bin)/pg_ctl -D $work/pg -m immediate -w stop >/dev/null" 2>/dev/null
  rm -rf "$work"
}
trap stop_all EXIT
trap 'exit 130' INT TERM

install_missing || { echo "The packages above could not be installed." >&2; exit 1; }
start_postgres || { echo "PostgreSQL could not be started; its log:" >&2; cat "$work/pg.log" >&2; exit 1; }

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
part=(--filter "Part!=Long&Part!=ByHand")
[ "${1:-}" = all ] && { part=(--filter "Part!=ByHand"); shift; }
projects=(Unit Integration Browser)
[ $# -gt 0 ] && projects=("$@")

if ! dotnet build LearningBuddy.slnx --nologo -v quiet -p:UseSharedCompilation=false; then
  echo "The build failed."
  echo "0 passed, 1 failed"
  exit 1
fi

passed=0 failed=0
for project in "${projects[@]}"; do
  echo "== $project"
  results="$work/results-$project"
  mkdir -p "$results"; chmod 777 "$results"
  dotnet test "tests/$project/LearningBuddy.$project.csproj" --no-build --nologo -v quiet "${part[@]}" \
    --logger "console;verbosity=minimal" --logger "trx;LogFileName=$project.trx" --results-directory "$results" || true
  trx="$results/$project.trx"
  if [ ! -f "$trx" ]; then
    echo "$project gave no results."
    failed=$((failed + 1))
    continue
  fi
  counters=$(grep -o '<Counters [^>]*>' "$trx" | head -n 1)
  number() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
  passed=$((passed + $(number passed)))
  failed=$((failed + $(number total) - $(number passed)))
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
