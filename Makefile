# make site   builds the example site into site/        make test   builds everything and runs all tests
# Both install what the machine lacks first; see tools/install.
.PHONY: site test lint format

site: install
	swift build -c release
	.build/release/tenderpress build

test:
	@tools/install tests
	swift build --build-tests
	swift test --skip-build

lint:
	swift format lint --strict --recursive Package.swift Plugins Sources Tests

format:
	swift format --in-place --recursive Package.swift Plugins Sources Tests

.PHONY: install
install:
	@tools/install
