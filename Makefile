# make site   builds the example site into site/        make test   builds everything and runs the tests
# make judge  has what is made judged by other people's programs: office programs, browsers, checkers of HTML and PDF
# Both install what the machine lacks first; see tools/install.
# make bench  times the program, and what others make of the same pages; see docs/benchmarks.md
.PHONY: site test judge lint format bench

site: install
	swift build -c release
	.build/release/tenderpress build

test:
	@tools/install tests
	swift build --build-tests
	swift test --skip-build --skip 'Judges|Harness'

judge:
	@tools/install tests
	swift build --build-tests
	swift test --skip-build --filter 'Judges|Harness'
	@tools/judge .build/debug/tenderpress

bench: install
	@tools/install-bench
	swift build -c release
	@swift run --quiet --package-path Benchmarks Benchmarks

lint:
	@tools/check-imports
	swift format lint --strict --recursive Package.swift Plugins Sources Tests Benchmarks/Package.swift Benchmarks/Sources

format:
	swift format --in-place --recursive Package.swift Plugins Sources Tests Benchmarks/Package.swift Benchmarks/Sources

.PHONY: install
install:
	@tools/install
