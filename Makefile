# 'make' alone lists what there is.

.DEFAULT_GOAL := help
.PHONY: $(shell sed -n 's/^\([a-z-]*\):.*\#\#.*/\1/p' $(MAKEFILE_LIST))

# Without cgo one machine builds for all, and none needs a C compiler.
export CGO_ENABLED := 0
REPLICATIONS ?= 10000
VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
BUILD   := go build -trimpath -buildvcs=false
STAMP   := -X main.version=$(VERSION)
PYTHON  ?= /usr/bin/python3
PACK    := go run -buildvcs=false ./cmd/centricity-lab/internal/pack

# Debian's names for what the window opens, and for a display to test it on.
LIBRARIES := libgl1 libgl1-mesa-dri libx11-6 libxcursor1 libxext6 libxi6 libxinerama1 libxrandr2 libxrender1
PACKAGES  := $(LIBRARIES) xvfb xauth
SONAMES   := libGL.so.1 libX11.so.6 libXcursor.so.1 libXext.so.6 libXi.so.6 libXinerama.so.1 libXrandr.so.2 libXrender.so.1

# A window needs a display; where there is none, tests bring their own.
DISPLAYED := $(if $(filter Linux,$(shell uname -s)),xvfb-run -a -s '-screen 0 1400x900x24')

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

play: ## build and start the game: a window, or where there is no display a page on localhost
	@if [ "$$(uname -s)" = Linux ] && [ -z "$$DISPLAY" ]; then \
		echo "There is no display here, so the game is served as a page instead."; \
		$(MAKE) --no-print-directory web lab || exit 1; \
		exec bin/centricity-lab serve web; \
	fi; \
	if [ "$$(uname -s)" = Linux ]; then \
		known="$$(PATH="$$PATH:/usr/sbin:/sbin" ldconfig -p)"; \
		for library in $(SONAMES); do \
			case "$$known" in *"$$library"*) ;; *) \
				echo "The window needs $$library, which is not installed. On Debian this installs all it needs ('make deps' runs it):"; \
				echo "  apt-get install -y --no-install-recommends $(PACKAGES)"; exit 1;; \
			esac; \
		done; \
	fi; \
	$(MAKE) --no-print-directory build && exec bin/centricity

deps: ## install what the window and its tests need (Debian; does nothing if it is there)
	@[ "$$(uname -s)" = Linux ] || exit 0; \
	if ! command -v dpkg-query >/dev/null; then \
		echo "This is not Debian: please see that you have what its packages $(PACKAGES) hold."; exit 0; \
	fi; \
	missing=""; \
	for package in $(PACKAGES); do \
		dpkg-query -W -f '$${Status}' "$$package" 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	[ -n "$$missing" ] || exit 0; \
	root=""; \
	if [ "$$(id -u)" != 0 ]; then \
		if ! command -v sudo >/dev/null; then \
			echo "Please run as root: apt-get install -y --no-install-recommends$$missing"; exit 1; \
		fi; \
		root=sudo; \
	fi; \
	$$root apt-get update -qq; \
	$$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing

test: deps ## check the format, vet, and run every test on a display of its own
	@unformatted="$$(gofmt -l .)"; \
	if [ -n "$$unformatted" ]; then echo "gofmt -w would change:"; echo "$$unformatted"; exit 1; fi
	go vet ./...
	$(DISPLAYED) env CENTRICITY_HANDS="$(DISPLAYED)" go test ./...

lint: ## everything the tests leave out: other systems, modules, staticcheck
	GOOS=js GOARCH=wasm go vet ./cmd/centricity
	GOOS=windows go vet ./cmd/...
	GOOS=darwin go vet ./cmd/...
	go mod verify
	go mod tidy -diff
	go run honnef.co/go/tools/cmd/staticcheck@v0.8.2 ./...

validate: ## measure the model and judge every lesson over 200 paired seeds, and write sim/MODEL.md (a quarter of an hour)
	go run -buildvcs=false ./cmd/validate

monkey: ## give the screens 100,000 random clicks, keys and texts, and replay every game they played
	go test ./game/screen -run 'TestAnythingAtRandom$$' -count=1 -v -events 100000

determinism: ## play the golden games on amd64, 386, arm64 (qemu) and WebAssembly (node), and run every guard
	sh sim/determinism.sh

bench: ## measure the engine against its goals and write the table into docs/BENCHMARKS.md (half an hour)
	$(PYTHON) sim/bench/bench.py

streams: ## put the random numbers through dieharder in four layouts, and naive seeds as the control (an hour)
	sh sim/internal/rng/dieharder.sh

bench-fit: ## fit the BG/NBD here and with SciPy (Debian's python3-scipy), one core each, the same customers
	@set -e; bases="$$(mktemp -d)"; trap 'rm -rf "$$bases"' EXIT; \
	go test -run '^$$' -bench 'FitBGNBD' -cpu 1 ./sim/clv -write-bases "$$bases"; \
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(PYTHON) sim/clv/bench/fit_scipy.py "$$bases"/*.csv

duckdb: ## install DuckDB (npm) and let it read what a batch writes
	cd cmd/centricity-lab/internal/compare/testdata/duckdb && npm install --no-package-lock --no-audit --no-fund
	go test ./cmd/centricity-lab/internal/compare -run DuckDB -count=1 -v

slurm: ## install SLURM (Debian, as root) and play a batch on a cluster of its own on this machine
	@for package in slurm-wlm munge; do \
		dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	[ -z "$$missing" ] || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends$$missing; }
	CENTRICITY_SLURM=1 go test ./cmd/centricity-lab -run SLURM -count=1 -v

throughput: ## measure how fast batches are played, NumPy's twin beside (Debian's python3-numpy), and write docs/throughput.md
	@set -e; twin="$$(mktemp)"; trap 'rm -f "$$twin"' EXIT; \
	go test ./sim -run '^TestTwin$$' -twin "$$twin"; \
	go run -buildvcs=false ./cmd/centricity-lab/internal/throughput -replications $(REPLICATIONS) -beside "$(PYTHON) sim/bench/twin.py replicate $$twin"

build: lab ## build both programs into bin/
	$(BUILD) -ldflags '$(STAMP)' -o bin/ ./cmd/centricity

lab: ## build centricity-lab into bin/
	$(BUILD) -ldflags '$(STAMP)' -o bin/ ./cmd/centricity-lab

web: ## build the page into web/, for any static host
	@mkdir -p web && rm -f web/*
	GOOS=js GOARCH=wasm $(BUILD) -ldflags '-s -w $(STAMP)' -o web/main.wasm ./cmd/centricity
	@cp "$$(go env GOROOT)/lib/wasm/wasm_exec.js" cmd/centricity/page/*.js cmd/centricity/page/index.html web/
	@$(PACK) web web

# What the README leads to goes with it.
PAGES := README.md CONTRIBUTING.md CHANGELOG.md docs/*.md docs/batch.sbatch scenarios/*.md sim/MODEL.md assets/screenshot.png docs/screens/*.png

SYSTEMS := linux-amd64 linux-arm64 windows-amd64 windows-arm64 darwin-amd64 darwin-arm64

browser: web ## play the page in Chromium and Firefox, as a screen reader finds its controls (installs them, on Debian)
	@command -v chromium >/dev/null || $(MAKE) --no-print-directory deps PACKAGES=chromium
	@command -v firefox-esr >/dev/null || command -v firefox >/dev/null || $(MAKE) --no-print-directory deps PACKAGES=firefox-esr
	CENTRICITY_WEB=$(CURDIR)/web CENTRICITY_PAGE=$(abspath $(FIGURES)) go test -count=1 -timeout 10m -v ./cmd/centricity-lab/internal/browser

every: web deps ## play every shipped scenario to its end on the page, in Chromium and Firefox, and in the window (ten minutes)
	CENTRICITY_EVERY=1 CENTRICITY_WEB=$(CURDIR)/web go test -count=1 -timeout 30m -v -run TestEveryScenarioInTheBrowser ./cmd/centricity-lab/internal/browser
	$(DISPLAYED) env CENTRICITY_EVERY=1 CENTRICITY_HANDS="$(DISPLAYED)" go test -count=1 -timeout 30m -v -run TestAGameByRealClicksAndKeys ./game/window

dist: web ## make the files to hand out in dist/: programs for every system, and the page
	@rm -rf dist && mkdir dist
	@$(PACK) licences ./cmd/... > dist/LICENSES.txt
	@set -e; for system in $(SYSTEMS); do \
		echo "$$system"; \
		export GOOS=$${system%-*} GOARCH=$${system#*-}; \
		exe=""; window=""; \
		if [ $$GOOS = windows ]; then exe=.exe; window="-H=windowsgui"; fi; \
		$(BUILD) -ldflags "-s -w $(STAMP) $$window" -o dist/build/$$system/centricity$$exe ./cmd/centricity; \
		$(BUILD) -ldflags "-s -w $(STAMP)" -o dist/build/$$system/centricity-lab$$exe ./cmd/centricity-lab; \
		unset GOOS GOARCH; \
		$(PACK) zip dist/centricity-$$system.zip centricity \
			dist/build/$$system/centricity$$exe dist/build/$$system/centricity-lab$$exe $(PAGES) LICENSE dist/LICENSES.txt; \
	done
	@$(PACK) zip dist/centricity-web.zip centricity \
		web/index.html web/loader.js web/worker.js web/wasm_exec.js web/main.wasm README.md LICENSE dist/LICENSES.txt
	@rm -rf dist/build dist/LICENSES.txt
	@$(PACK) sums dist > dist/SHA256SUMS
	@cat dist/SHA256SUMS

screenshot: ## draw the pictures in the README and on docs/screens.md anew
	@set -e; program="$$(mktemp)"; trap 'rm -f "$$program"' EXIT; \
	go build -buildvcs=false -o "$$program" ./cmd/centricity; mkdir -p docs/screens; \
	draw() { "$$program" --scenario music-shop --policy customer-centric --screenshot "$$@"; }; \
	draw assets/screenshot.png --screen results --rounds 4; \
	cd docs/screens; \
	draw choose.png --screen choose; \
	draw briefing.png --screen briefing; \
	draw decide.png --screen decide --rounds 3; \
	draw results.png --screen results --rounds 4; \
	draw everyone.png --screen customers/field --rounds 4; \
	draw research.png --scenario shifting-needs --screen customers/research --rounds 4; \
	draw experience.png --screen customers/experience --rounds 4; \
	draw cohorts.png --screen customers/cohorts --rounds 4; \
	draw score.png --screen score --rounds 8 --policy balanced; \
	draw truth.png --screen debrief/truth --rounds 8; \
	draw spanish.png --screen debrief/turns --rounds 8 --language es --dark

goldens: ## write the golden pictures of every screen anew; look at the difference before you keep it
	go test ./game/screen -run Golden -update

readme: ## write what the commands on the pages print into them
	go test ./cmd/centricity-lab -run TestPagesShowTrueOutput -update

clean: ## remove what was built
	rm -rf bin web dist
