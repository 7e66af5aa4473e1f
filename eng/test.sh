#!/usr/bin/env bash
# Builds everything and runs every test, from a fresh clone or a used one, and ends with the line "N passed, N failed".
# Exit 0: all passed. 1: a test failed, was skipped or hung, a project ran no test, or formatting or build failed.
# 2: something is missing that this script cannot install; it says what.
#
# The build is Release: what is tested is what is published, and a site that runs from the Debug build is left alone.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2
exec </dev/null

readonly CONFIGURATION=Release
readonly MINUTES_PER_PROJECT=10

export CI=true # restore takes the committed lock files as they are
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export MSBUILDDISABLENODEREUSE=1 # no build process outlives this script

# ---------------------------------------------------------------------------------------------------------------------
# What the tests need

postgresql_is_here() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || [[ -x ${SCRBUDGET_POSTGRESQL:-}/initdb ]]; }
chromium_is_here() { [[ -x ${SCRBUDGET_CHROMIUM:-/usr/bin/chromium} ]]; }

as_root() {
  if [[ $(id -u) -eq 0 ]]; then
    "$@"
  else
    sudo -n "$@"
  fi
}

for program in dotnet node npm; do
  if ! command -v "$program" >/dev/null; then
    echo "eng/test.sh: '$program' is not installed. Install the .NET SDK of global.json and Node.js 20 or newer with npm." >&2
    exit 2
  fi
done

missing=()
chromium_is_here || missing+=(chromium)
postgresql_is_here || missing+=(postgresql)
if ((${#missing[@]} > 0)); then
  echo "== Installing ${missing[*]}"
  if command -v apt-get >/dev/null && as_root true 2>/dev/null; then
    as_root apt-get update -q &&
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
  fi
  if ! { chromium_is_here && postgresql_is_here; }; then
    echo "eng/test.sh: the tests need ${missing[*]}, and could not install that here. As root: apt-get install ${missing[*]}" >&2
    echo "  or name what you have: SCRBUDGET_CHROMIUM=/path/to/chromium, SCRBUDGET_POSTGRESQL=/folder/that/holds/initdb" >&2
    exit 2
  fi
fi

# ---------------------------------------------------------------------------------------------------------------------
# Build and formatting

passed=0
failed=0

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SCRBUDGET_DATA=$work/data # never the developer's own
mkdir "$SCRBUDGET_DATA"

end_with_totals() {
  echo "$passed passed, $failed failed"
  ((failed == 0)) && exit 0
  exit 1
}

echo "== Restore"
if ! dotnet restore ScrBudget.sln --locked-mode --disable-build-servers; then
  echo "eng/test.sh: restore failed. If a lock file is out of date: dotnet restore --force-evaluate, and commit it." >&2
  failed=1
  end_with_totals
fi

echo "== Build ($CONFIGURATION, warnings are errors)"
if ! dotnet build ScrBudget.sln --no-restore --configuration "$CONFIGURATION" -warnaserror -warnnotaserror:NU1900 \
  --disable-build-servers; then
  echo "eng/test.sh: the build failed; no test ran." >&2
  failed=1
  end_with_totals
fi

echo "== Formatting"
if dotnet tool restore >"$work/tools.log" 2>&1; then
  if ! dotnet csharpier check .; then
    echo "eng/test.sh: not formatted as agreed. Run: dotnet csharpier format ." >&2
    failed=$((failed + 1))
  fi
else
  cat "$work/tools.log"
  echo "eng/test.sh: CSharpier could not be fetched (dotnet tool restore): a check that does not run is a failed one." >&2
  failed=$((failed + 1))
fi

# ---------------------------------------------------------------------------------------------------------------------
# Tests

# The number that the report's one <assembly> element gives under this name.
count_in() {
  local report=$1 name=$2
  grep -o '<assembly [^>]*>' "$report" | grep -oE " $name=\"[0-9]+\"" | grep -oE '[0-9]+' | awk '{ sum += $1 } END { print sum + 0 }'
}

run_project() {
  local name=$1
  local report=$work/$name.xml status=0 total good bad
  echo "== $name"
  timeout --kill-after=30s "${MINUTES_PER_PROJECT}m" \
    "tests/$name/bin/$CONFIGURATION/net10.0/$name" -failSkips -noAutoReporters -noColor -noLogo \
    -printMaxStringLength 2000 -printMaxEnumerableLength 50 -longRunning 120 -result-xml "$report" || status=$?

  if ((status == 124 || status == 137)); then
    echo "$name: ended after $MINUTES_PER_PROJECT minutes; a test hangs (it is named above)."
  fi
  if [[ ! -s $report ]]; then
    echo "$name: ended with $status and left no report."
    failed=$((failed + 1))
    return
  fi

  total=$(count_in "$report" total)
  good=$(count_in "$report" passed)
  # Skipped is failed: a check that does not run is a defect. Errors are those outside tests, in fixtures and clean-up.
  bad=$(($(count_in "$report" failed) + $(count_in "$report" skipped) + $(count_in "$report" errors)))
  if ((total == 0)); then
    echo "$name: ran no test."
    bad=$((bad + 1))
  elif ((status != 0 && bad == 0)); then
    echo "$name: every test passed, but the run ended with $status."
    bad=1
  fi
  echo "$name: $good passed, $bad failed"
  passed=$((passed + good))
  failed=$((failed + bad))
}

mapfile -t projects < <(
  grep -oE 'tests\\[^"]+\.csproj' ScrBudget.sln | sed -E 's/.*\\([^\\]+)\.csproj$/\1/' | grep -vx 'ScrBudget.TestSupport' | sort
)
if ((${#projects[@]} == 0)); then
  echo "eng/test.sh: ScrBudget.sln names no test project." >&2
  failed=$((failed + 1))
fi
for project in "${projects[@]}"; do
  run_project "$project"
done

end_with_totals
