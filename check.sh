#!/usr/bin/env bash
# The whole check: format, build with warnings as errors, tests (Text also at the narrower vector widths, all once under ar-SA and once without ICU), evaluation floors,
# embedded data reproduced from its seeds, packages packed and used, the main job.
#
#   ./check.sh                  everything, 25 minutes at most on two cores
#   ./check.sh --after-tests    the same without the plain test run, for a caller that has just done it
#   ./check.sh --nightly        everything, and what takes longer: models trained again from ../shared/data, long random tests
#   ./check.sh --clean-machine  everything, then README.md word for word in a fresh clone with no NuGet packages
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en

plain_tests=1 nightly=0 clean_machine=0
for argument in "$@"; do
    case $argument in
        --after-tests) plain_tests=0 ;;
        --nightly) nightly=1 ;;
        --clean-machine) clean_machine=1 ;;
        *) sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
    esac
done

SECONDS=0
step() { printf '\n== %s (%d s)\n' "$1" "$SECONDS"; }
tests() { dotnet test -c Release --no-build "$@"; }
compiler() { dotnet run -c Release --no-build --project src/ArabicNews.SeedCompiler -- "$@"; }

step 'Format'
dotnet restore
dotnet format --no-restore --verify-no-changes

step 'Build'
dotnet build -c Release --no-restore

if ((plain_tests)); then
    step 'Tests'
    tests
fi

for switch in DOTNET_EnableAVX512 DOTNET_EnableAVX2 DOTNET_EnableHWIntrinsic; do
    step "Tests of Text with $switch=0"
    env "$switch=0" dotnet test -c Release --no-build tests/ArabicNews.Tests --filter 'FullyQualifiedName~ArabicNews.Tests.Text'
done

step 'Tests under ar-SA'
LANG=ar_SA.UTF-8 LC_ALL=ar_SA.UTF-8 dotnet test -c Release --no-build

step 'Tests without ICU'
DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY=0 dotnet test -c Release --no-build

step 'Evaluation floors'
dotnet run -c Release --no-build --project tests/ArabicNews.Evaluation -- floors

step 'Embedded data from its seeds'
compiler compile --check

step 'Packages'
rm -rf artifacts/packages
dotnet pack -c Release --no-build -o artifacts/packages
ls -l artifacts/packages
ARABICNEWS_PACKAGES="$PWD/artifacts/packages" dotnet test -c Release --no-build tests/ArabicNews.Package.Tests --filter 'FullyQualifiedName~PackageTests'

step 'The main job'
dotnet run -c Release --no-build --project samples/SearchNews > artifacts/search-news.txt
tail -n 3 artifacts/search-news.txt

if ((nightly)); then
    step 'Long random tests'
    ARABICNEWS_NIGHTLY=1 tests
    if [[ -d ../shared/data ]]; then
        step 'Models trained again'
        compiler words ../shared/data
        compiler segmenter ../shared/data
        compiler train ../shared/data
        git diff --exit-code -- seeds src/ArabicNews/Data
    fi
fi

if ((clean_machine)); then
    step 'A clean machine'
    .ci/clean-machine
fi

step 'All is well'
