#!/usr/bin/env bash
# Adds a migration of the same name for each database: eng/add-migration.sh NAME
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -eq 1 ] || { echo "usage: eng/add-migration.sh NAME" >&2; exit 2; }
dotnet tool restore >/dev/null
for provider in Sqlite SqlServer PostgreSql; do
  dotnet ef migrations add "$1" --project "src/ScrBudget.Data.$provider" --startup-project "src/ScrBudget.Data.$provider"
done
