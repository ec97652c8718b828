#!/usr/bin/env bash
# Measures cold starts: the tool against an empty Razor Pages app, both published ahead of time. Argument: how many rounds (9).
set -euo pipefail
cd "$(dirname "$0")/../.."

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

mkdir -p "$out/src/Pages"
cat >"$out/src/Empty.csproj" <<'XML'
<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>
XML
printf '@page\n<p>Empty</p>\n' >"$out/src/Pages/Index.cshtml"
cat >"$out/src/Program.cs" <<'CS'
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddHealthChecks();
var app = builder.Build();
app.MapRazorPages();
app.MapHealthChecks("/health/ready");
app.Run();
CS
publish() { dotnet publish "$1" -c Release -p:PublishReadyToRun=true -o "$2" --nologo -v quiet; }
publish "$out/src" "$out/empty"
publish src/LtiTool "$out/tool"
dotnet build tests/Benchmarks -c Release --nologo -v quiet
dotnet tests/Benchmarks/bin/Release/net10.0/LearningBuddy.Benchmarks.dll cold-start \
  "$out/empty/Empty.dll" "$out/tool/LearningBuddy.LtiTool.dll" "${1:-9}"
