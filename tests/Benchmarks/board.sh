#!/usr/bin/env bash
# Measures a board that many people look at, as launches.sh does launches. Argument: how many people (200); more are passed on.
set -euo pipefail
cd "$(dirname "$0")"
BENCHMARK="board ${1:-200}" ./launches.sh "${@:2}"
