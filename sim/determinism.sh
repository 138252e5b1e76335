#!/bin/sh
# Plays the golden games and draws the golden draws on several kinds of machine
# and compares all with one set of constants. From the module's root:
#
#	sh sim/determinism.sh
#
# amd64 and 386 run as they are, arm64 under qemu, WebAssembly under node. A
# machine that cannot be had here is named, with how to get it, and the exit
# status is then 1.
set -u
export CGO_ENABLED=0
bin=$(mktemp -d)
trap 'rm -rf "$bin"' EXIT
missing=0

# try NAME GOOS GOARCH [RUNNER...]: run the golden tests of every package.
try() {
	name=$1 os=$2 arch=$3
	shift 3
	for package in sim/internal/rng sim/internal/exact sim/internal/draw sim/policy scenarios; do
		every=""
		[ "$package" = scenarios ] && every=-every
		test=$bin/$arch.$(basename "$package")
		GOOS=$os GOARCH=$arch go test -c -o "$test" "./$package" || exit 1
		out=$(cd "$package" && "$@" "$test" -test.run 'Golden' $every 2>&1) || {
			echo "$name: $package differs"
			echo "$out"
			exit 1
		}
	done
	echo "$name: the same bits"
}

# tool NAME PACKAGE: is it here?
tool() {
	command -v "$1" >/dev/null && return
	echo "$1 is not installed, so its machine is left out. On Debian: apt-get install -y --no-install-recommends $2"
	missing=1
	return 1
}

host=$(go env GOHOSTOS)/$(go env GOHOSTARCH)
if [ "$host" = linux/amd64 ]; then
	try amd64 linux amd64 env
	try 386 linux 386 env
	tool qemu-aarch64-static qemu-user-static && try arm64 linux arm64 qemu-aarch64-static
else
	try "$host" "$(go env GOHOSTOS)" "$(go env GOHOSTARCH)" env
	echo "amd64, 386 and arm64 in one go need Linux on amd64; this is $host."
fi
tool node nodejs && try WebAssembly js wasm node --stack-size=8192 "$(go env GOROOT)/lib/wasm/wasm_exec_node.js"
echo "guards: the compiler's report and the machine code"
CENTRICITY_EVERY_TARGET=1 go test -count=1 ./sim/internal/guard || exit 1
exit $missing
