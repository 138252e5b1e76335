#!/bin/sh
# Puts the keyed draws through dieharder in the four orders in which a run meets
# them, and naive linear seeding of PCG beside them as the control: it must fail
# what they pass. From the module's root:
#
#	sh sim/internal/rng/dieharder.sh [TESTS]
#
# TESTS are numbers of dieharder's tests, those that need little data where none
# are given. On Debian: apt-get install -y --no-install-recommends dieharder
set -eu
command -v dieharder >/dev/null || {
	echo "dieharder is not installed. On Debian: apt-get install -y --no-install-recommends dieharder"
	exit 1
}
tests=${*:-"0 1 2 3 8 10 12 15 100 101 102"}
bin=$(mktemp -d)
trap 'rm -rf "$bin"' EXIT
CGO_ENABLED=0 go test -c -o "$bin/rng.test" ./sim/internal/rng
status=0
for layout in person round seed draw naive; do
	failed=0 weak=0 passed=0
	for number in $tests; do
		result=$("$bin/rng.test" -test.run '^TestStream$' -stream "$layout" 2>/dev/null | timeout 300 dieharder -g 200 -d "$number" 2>/dev/null || true)
		passed=$((passed + $(echo "$result" | grep -c PASSED || true)))
		weak=$((weak + $(echo "$result" | grep -c WEAK || true)))
		failed=$((failed + $(echo "$result" | grep -c FAILED || true)))
	done
	echo "$layout: $passed passed, $weak weak, $failed failed"
	if [ "$layout" = naive ]; then
		[ "$failed" -gt 0 ] || { echo "the control should have failed"; status=1; }
	elif [ "$failed" -gt 0 ] || [ "$passed" = 0 ]; then
		status=1
	fi
done
exit $status
