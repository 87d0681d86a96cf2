# The two commands: `make site` builds the program and publishes the report site to _site/, `make test` runs all tests.
# Both install what is missing first (see Scripts/install-libraries).

.PHONY: site test test-site lint bench-mutations libraries program clean

site: program
	.build/release/clusterbook build

program: libraries
	swift build -c release --product clusterbook

test: libraries
	swift test

# Real tools and a real browser on every kind of page of the site; a few packages of Debian and PyPI are installed.
test-site: site
	@sh Scripts/install-test-tools
	Scripts/test-site _site
	Scripts/browser/explorer_test.py _site

# Style, and a build in which every warning of the compiler is an error.
lint: libraries
	swift format lint --strict --recursive Package.swift Sources Tests
	CLUSTERBOOK_STRICT=1 swift build --build-tests

# How the checks stand up to 5,000 broken sheets and 2,000 slips of the keyboard; SEED=n breaks them otherwise.
bench-mutations: libraries
	swift run -c release MutationBenchmark $(SEED)

libraries:
	@sh Scripts/install-libraries

clean:
	rm -rf .build _site
