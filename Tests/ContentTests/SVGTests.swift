import Content
import Testing

struct SVGTests {
  private func clean(_ svg: String) -> SVG { SVG(Array(svg.utf8)) }

  @Test func `a drawing that only draws stays as it is`() {
    let svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><title>A &amp; b</title><g id=\"a\"><path d=\"M0 0\"/></g><use href=\"#a\"/></svg>"
    #expect(clean(svg).clean == svg)
    #expect(clean(svg).dropped.isEmpty)
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "script"), ("<script href=\"//x/a.js\"/>", "script"),
    ("<rect onclick=\"alert(1)\"/>", "onclick"), ("<use href=\"https://x/a.svg#b\"/>", "href"),
    ("<a xlink:href=\"javascript:alert(1)\"><text>x</text></a>", "a"),
    ("<foreignObject><div onload='x'/></foreignObject>", "foreignObject"), ("<image href='//x/track.png'/>", "href"),
    ("<rect style=\"fill: url(https://x/a)\"/>", "style"),
    ("<style>@import url(//x/a.css);</style>", "a style that fetches"),
    ("<SCRIPT>alert(1)</SCRIPT>", "SCRIPT"), ("<rect fill=\"&#106;avascript:x\"/>", "fill"),
    ("<animate attributeName=\"href\" to=\"javascript:x\"/>", "animate"),
  ])
  func `what could run or fetch is left out`(inside: String, dropped: String) {
    let result = clean("<svg><path d=\"M1\"/>\(inside)<circle r=\"1\"/></svg>")
    #expect(result.dropped.contains(dropped))
    #expect(result.clean.hasPrefix("<svg><path d=\"M1\"/>"))
    #expect(result.clean.hasSuffix("<circle r=\"1\"/></svg>"))
    for danger in ["alert", "javascript", "//x", "onload", "@import", "#106"] {
      #expect(!result.clean.contains(danger))
    }
  }

  @Test func `entities and broken tags end nothing and run nothing`() {
    #expect(clean("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>").dropped == ["entities"])
    #expect(!clean("<svg><path d=\"M0").clean.contains("M0"))
    #expect(clean("<svg><script><script></script>x</script><g/></svg>").clean == "<svg><g/></svg>")
  }
}
