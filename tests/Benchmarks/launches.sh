#!/usr/bin/env bash
# Measures whole launches: the load on core 0, the tool on core 1. Arguments are passed on, e.g. --database "Host=…" or --launches 8000.
set -euo pipefail
cd "$(dirname "$0")/../.."

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
dotnet publish src/LtiTool -c Release -o "$out/tool" --nologo -v quiet ${JIT:+-p:PublishReadyToRun=false}
dotnet build tests/Benchmarks -c Release --nologo -v quiet
taskset -c 0 dotnet tests/Benchmarks/bin/Release/net10.0/LearningBuddy.Benchmarks.dll ${BENCHMARK:-launches} \
  --tool "$out/tool/LearningBuddy.LtiTool.dll" --tool-core 1 "$@"
