import Testing

@testable import Drawings

struct StyleFilterTests {
  @Test(arguments: [
    ("fill:red;stroke : none ;", "fill: red; stroke: none"), ("fi\\6c l: red", "fill: red"), ("FILL: RED", "FILL: RED"),
    ("font-family:'Open Sans', \"B\"", "font-family: \"Open Sans\", \"B\""),
    ("font-family: 'a;b'", "font-family: \"a;b\""),
    ("fill: url( '#a' )", "fill: url(#a)"), ("fill:/* a */red", "fill: red"), ("--a: 1px", "--a: 1px"),
    ("filter: drop-shadow(1px 2px rgb(0 0 0 / 50%))", "filter: drop-shadow(1px 2px rgb(0 0 0 / 50%))"),
    ("enable-background:new 0 0 5 5", "enable-background: new 0 0 5 5"), ("", ""), (";;", ""),
  ])
  func `what says how something looks stays`(text: String, kept: String) {
    var filter = StyleFilter()
    #expect(filter.declarations(text) == kept && filter.leftOut == [])
  }

  @Test(arguments: [
    "fill: url(http://x)", "fill: u\\72l(http://x)", "fill: u\\000072 l(http://x)", "fill: url(\\23 a)",
    "fill: src('a')",
    "fill: image-set('//x' 1x)", "fill: image('//x')", "--a: url(//x)", "fill: var(--a, url(//x))", "fill: 'a",
    "fill: url('#a", "fill: url(#a", "fill: (", "fill: )", "fill: a{b}", "fill: a<b", "fill: \\", "behavior: a",
    "-moz-binding: a", "fill red", "fill: @import", "fi/**/ll: red", "fill: attr(a)", "fill: expression(alert(1))",
    "fill: \"a\nb\"", "-inkscape-a: url(//x)",
  ])
  func `what is not certain to be harmless goes, and is told`(text: String) {
    var filter = StyleFilter()
    #expect(filter.declarations(text) == "" && filter.leftOut.count == 1)
    var sheet = StyleFilter()
    #expect(sheet.sheet("a { \(text) }").contains("x") == false && sheet.leftOut.count >= 1)
  }

  @Test func `a comment never joins what stands on its two sides`() {
    var filter = StyleFilter()
    #expect(filter.declarations("fill: url/**/(#a)") == "fill: url (#a)")
  }

  @Test(arguments: [
    ("@\\69mport '//x'; a{fill:red}", "a { fill: red }", 1), ("@import '//x'", "", 1),
    ("@font-face{src:url(//x)}", "", 1),
    ("@keyframes a { from { fill: red } }", "", 1),
    ("@media print{a{fill:red}@import 'x';}", "@media print {\na { fill: red }\n}", 1),
    ("a{fill:red", "", 2), ("a\\:b{fill:red}", "", 1), ("}a{fill:red}b{fill:red}", "b { fill: red }", 1),
    ("<!-- a{fill:red} -->", "", 2),
    (".a:not(.b) > c[d=\"e\"],*::f{fill:red}", ".a:not(.b) > c[d=\"e\"],*::f { fill: red }", 0),
    ("a{}", "", 0), ("@charset \"utf-8\";a{fill:red}", "a { fill: red }", 1),
    ("a{fill:red;fill:url(//x)}", "a { fill: red }", 1),
    ("a{b{fill:red}}c{fill:red}", "c { fill: red }", 1),
  ])
  func `of a sheet the rules stay whose selectors and values are certain`(text: String, kept: String, leftOut: Int) {
    var filter = StyleFilter()
    #expect(filter.sheet(text) == kept)
    #expect(filter.leftOut.count == leftOut, "\(filter.leftOut)")
  }
}
