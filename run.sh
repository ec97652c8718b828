#!/usr/bin/env bash
# Builds and starts the tool (http://localhost:5080) and the demo LMS (http://127.0.0.1:5081). Ctrl+C stops both.
set -euo pipefail
cd "$(dirname "$0")"

if ! command -v dotnet >/dev/null || ! dotnet --list-sdks | grep -q '^10\.'; then
  echo "Learning Buddy needs the .NET 10 SDK: install it from https://dotnet.microsoft.com/download/dotnet/10.0 and run ./run.sh again." >&2
  exit 1
fi

out=.data/run
echo "Building …"
dotnet publish src/LtiTool -c Release -o "$out/tool" --nologo -v quiet
dotnet publish src/DemoLms -c Release -o "$out/lms" --nologo -v quiet

stop() { kill "${tool:-}" "${lms:-}" 2>/dev/null || true; wait 2>/dev/null || true; }
trap stop EXIT
trap 'exit 0' INT TERM

data="$PWD/.data/tool"
( cd "$out/tool" && ASPNETCORE_URLS="${TOOL_URLS:-http://localhost:5080}" \
    LearningBuddy__PublicUrl="${TOOL_URL:-http://localhost:5080}" LearningBuddy__DataDirectory="$data" \
    LearningBuddy__Demo=true LearningBuddy__AllowInsecureHttp=true LearningBuddy__Registration__Mode=Open \
    exec dotnet LearningBuddy.LtiTool.dll ) &
tool=$!
( cd "$out/lms" && ASPNETCORE_URLS="${LMS_URLS:-http://127.0.0.1:5081}" DemoLms__ToolUrl="${TOOL_URL:-http://localhost:5080}" \
    DemoLms__MailFolder="$data/mail" \
    exec dotnet LearningBuddy.DemoLms.dll ) &
lms=$!

echo
echo "Learning Buddy starts. Open http://127.0.0.1:5081 in a browser: the page there tells the five-minute story."
echo
wait -n || true
