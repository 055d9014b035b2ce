import Diagnostics
import Drawings
import TestSupport
import Testing

struct SVGTests {
  private static let head = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""

  private func cleaned(_ text: String) -> (svg: String?, findings: [Diagnostic]) {
    var findings: [Diagnostic] = []
    let svg = SVG(Array(text.utf8), file: "map.svg", findings: &findings)
    return (svg?.clean, findings)
  }

  /// What a drawing holds beside what every one begins with.
  private func inside(_ text: String) -> (svg: String?, findings: [Diagnostic]) {
    let (svg, findings) = cleaned(text)
    let inside = svg.map { $0.replacing(Self.head, with: "<svg") }
    return (inside, findings)
  }

  // MARK: What stays

  @Test(arguments: [
    "<title>A &amp; b</title><desc xml:lang=\"cy\">Map</desc><g id=\"a\"><path d=\"M0 0\"/></g><use href=\"#a\"/>",
    "<use xlink:href=\"#a\"/><text xml:space=\"preserve\" aria-label=\"x\">a  <tspan lang=\"cy\">b</tspan>\n c</text>",
    "<image xlink:href=\"data:image/png;base64,iVBORw0KGgo=\" width=\"1\"/><rect fill=\"url(#a)\" style=\"fill: red\"/>",
    "<style>.a &gt; .b { fill: #fff; font-family: &quot;Open Sans&quot; }</style>", "<g transform=\"rotate(45 1,2)\"/>",
    "<style>@media (prefers-color-scheme: dark) {\n.a { fill: url(#b) !important }\n}</style>",
    "<switch><g systemLanguage=\"cy\"/><g/></switch>", "<filter><feFlood flood-color=\"rgb(1 2 3)\"/></filter>",
  ])
  func `a drawing that only draws stays as it is, with its language, title and description`(inside: String) {
    let svg = "\(Self.head) viewBox=\"0 0 9 9\">\(inside)</svg>"
    let (clean, findings) = cleaned(svg)
    #expect(clean == svg && findings == [])
  }

  @Test(arguments: [
    ("<svg/>", "<svg/>"), ("\u{FEFF}<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- a --><svg></svg>", "<svg/>"),
    ("<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"><s:g/></s:svg>", "<svg><g/></svg>"),
    ("<svg><use xlink:href=\"#a\"/></svg>", "<svg><use xlink:href=\"#a\"/></svg>"),
    (
      "<svg xmlns:i=\"i\" i:a=\"1\" data-b=\"2\"><i:view/><metadata>c</metadata><g inkscape:label=\"d\"/></svg>",
      "<svg><g/></svg>"
    ),
    (
      "<svg><style><![CDATA[a{fill:red;-inkscape-font:x}/*b*/]]></style></svg>",
      "<svg><style>a { fill: red }</style></svg>"
    ),
    (
      "<svg><switch><foreignObject requiredExtensions=\"http://ns.adobe.com/x/\"/><g/></switch></svg>",
      "<svg><switch><g/></switch></svg>"
    ),
    ("<svg d='a\"b&#60;'/>", "<svg d=\"a&quot;b&lt;\"/>"),
  ])
  func `what no reader would miss is left out without a word`(svg: String, clean: String) {
    let (inside, findings) = inside(svg)
    #expect(inside == clean && findings == [])
  }

  @Test func `names that stand for plain words are written out, as drawing programs declare them`() {
    let (clean, findings) = inside(
      """
      <?xml version="1.0" encoding="iso-8859-1"?>
      <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
        <!ENTITY ns_svg "http://www.w3.org/2000/svg">
        <!ENTITY ns_xlink "http://www.w3.org/1999/xlink">
        <!ENTITY st0 "fill:#0000ff;">
      ]>
      <svg xmlns="&ns_svg;" xmlns:xlink="&ns_xlink;"><g style="&st0;"/><text>&st0;</text></svg>
      """)
    #expect(clean == "<svg><g style=\"fill: #0000ff\"/><text>fill:#0000ff;</text></svg>" && findings == [])
  }

  @Test func `a drawing in another encoding is written as UTF-8`() {
    var findings: [Diagnostic] = []
    let bytes =
      Array("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><svg><title>".utf8) + [0xE9] + Array("</title></svg>".utf8)
    #expect(
      SVG(bytes, file: "a.svg", findings: &findings)?.clean.contains("<title>é</title>") == true && findings == [])
  }

  // MARK: What is left out

  @Test(arguments: [
    ("▶<script◀>alert(1)</script>", "its script"), ("▶<script◀ href=\"//x/a.js\"/>", "its script"),
    ("▶<h:script◀ xmlns:h=\"http://www.w3.org/1999/xhtml\">alert(1)</h:script>", "its script"),
    ("▶<SCRIPT◀>alert(1)</SCRIPT>", "named “SCRIPT”"), ("▶<rect◀ onclick=\"alert(1)\"/>", "“onclick”"),
    ("▶<rect◀ OnClick=\"alert(1)\"/>", "“OnClick”"), ("▶<use◀ href=\"https://x/a.svg#b\"/>", "“https://x/a.svg#b”"),
    ("▶<use◀ href=\" data:image/svg+xml;base64,PHN2Zz4=#a\"/>", "not in the drawing"),
    ("▶<image◀ href='//x/track.png'/>", "“//x/track.png”"),
    ("▶<image◀ href='file:///etc/passwd'/>", "“file:///etc/passwd”"),
    ("▶<image◀ href='data:image/svg+xml;base64,PHN2Zz4='/>", "not in the drawing"),
    ("▶<image◀ href='data:image/png,//x'/>", "not in the drawing"),
    ("▶<image◀ href='data:image/png;base64,//x&#34;'/>", "not in the drawing"),
    ("▶<a◀ xlink:href=\"javascript:alert(1)\"/>", "its links"),
    ("▶<foreignObject◀><div onload='x'/></foreignObject>", "web page"),
    ("▶<animate◀ attributeName=\"href\" to=\"javascript:x\"/>", "moves"), ("▶<set◀ attributeName=\"href\"/>", "moves"),
    ("▶<iframe◀ src=\"//x\"/>", "named “iframe”"), ("▶<rect◀ src=\"//x\"/>", "“src”"),
    ("▶<rect◀ style=\"fill: url(https://x/a)\"/>", "“fill: url(https://x/a)”"),
    ("▶<rect◀ fill=\"url(https://x/a)\"/>", "“fill: url(https://x/a)”"),
    ("▶<rect◀ fill=\"u\\72l(https://x/a)\"/>", "“fill: u\\72l(https://x/a)”"),
    ("▶<style◀>@import url(//x/a.css);</style>", "“@import url(//x/a.css)”"),
    ("▶<style◀>@font-face { font-family: a; src: url(//x) }</style>", "“@font-face”"),
  ])
  func `what could run or fetch is left out, and told where it stands`(inside: String, words: String) {
    let marked = MarkedText("<svg><path d=\"M1\"/>\n\(inside)<circle r=\"1\"/></svg>")
    let (clean, findings) = self.inside(marked.text)
    #expect(findings.map(\.code.id) == ["F21"] && findings.map(\.range) == marked.marks)
    #expect(findings.first?.message.contains(words) == true)
    #expect(clean?.hasPrefix("<svg><path d=\"M1\"/>\n") == true && clean?.hasSuffix("<circle r=\"1\"/></svg>") == true)
    for danger in ["alert", "javascript", "//x", "onload", "@import", "http", "file:", "svg+xml"] {
      #expect(clean?.contains(danger) == false)
    }
  }

  @Test func `each thing that is left out is told once, at its first place`() {
    let (_, findings) = cleaned("<svg><script/><g>\n<script/><rect onclick='a'/><rect onclick='b'/></g></svg>")
    #expect(findings.count == 2)
  }

  @Test func `many things that are left out are told by the first of them and their number`() {
    let (_, findings) = cleaned("<svg>\((1...5_000).map { "<rect q\($0)='' style='y\($0):z'/>" }.joined())</svg>")
    #expect(findings.count == 21 && findings.last?.message.contains("9980 other such parts") == true)
  }

  @Test func `a large drawing is one, and each part may be used again`() {
    let parts = String(repeating: "<path d=\"M0 0\"/>", count: 210_000)
    let (clean, findings) = cleaned(
      "<svg>\(parts)<g id=\"a\"/>\(String(repeating: "<use href=\"#a\"/>", count: 1_000))</svg>")
    #expect(clean?.contains("<use") == true && findings == [])
  }

  @Test func `a link's words stay, and a style sheet of another file is told`() {
    let (clean, findings) = inside("<?xml-stylesheet href=\"a.css\"?><svg><a href=\"#b\"><text>Words</text></a></svg>")
    #expect(clean == "<svg><text>Words</text></svg>" && findings.count == 2)
  }

  @Test func `attributes that a declaration gives to all elements are never taken without being looked at`() {
    let (clean, _) = inside("<!DOCTYPE svg [<!ATTLIST svg onload CDATA \"alert(1)\">]><svg/>")
    #expect(clean == "<svg/>")
  }

  // MARK: What is no drawing

  @Test(arguments: [
    ("", "nothing is in it"), ("words", "nothing is in it"),
    ("<svg><g></svg>▶◀", "“svg” is closed here while “g” is open"),
    ("<svg><g>▶◀", "before “g” is closed"), ("<svg>▶&nbsp;◀</svg>", "“&nbsp;”"),
    ("<svg a=\"1\" a=\"2\"▶◀/>", "“a” is written twice"), ("<svg/>▶<svg◀/>", "after its end"),
    ("<svg>▶◀\u{1}</svg>", "no drawing may hold"), (" <?xml▶◀ version=\"1.0\"?><svg/>", "has to come first"),
    ("▶<html◀><svg/></html>", "begins with “html”"), ("▶<svg◀ xmlns=\"x\"/>", "is not that of http"),
    ("<svg a▶◀/>", "“a” has no value"), ("<svg a=▶◀b/>", "quotation marks"), ("<svg a=\"▶<g◀/>\"/>", "quotation marks"),
    ("<svg a=\"b\"▶◀c=\"d\"/>", "a tag is broken"), ("<svg>a & b</svg>", "“<” or “&”"),
    ("<svg>&a b;</svg>", "“<” or “&”"),
    ("<svg><▶◀ g/></svg>", "“<” or “&”"),
    ("<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><svg>▶&a;◀</svg>", "“&a;”"),
    ("<!DOCTYPE svg SYSTEM \"http://x/\" [<!ENTITY a SYSTEM \"http://x/\">]><svg>▶&a;◀</svg>", "“&a;”"),
    ("<!DOCTYPE svg [<!ENTITY a \"<script/>\">]><svg>▶&a;◀</svg>", "“&a;”"),
    ("<!DOCTYPE svg [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;\">]><svg>▶&b;◀</svg>", "“&b;”"),
  ])
  func `what no program can show is an error where it breaks off`(text: String, words: String) {
    let marked = MarkedText(text)
    let (clean, findings) = cleaned(marked.text)
    #expect(clean == nil && findings.map(\.code.id) == ["F33"])
    #expect(findings.first?.message.contains(words) == true, "\(findings)")
    if !marked.marks.isEmpty { #expect(findings.map(\.range) == marked.marks) }
  }

  @Test func `a drawing that would grow without end is refused`() {
    let names = "<!DOCTYPE svg [<!ENTITY a \"\(String(repeating: "a", count: 1_000))\">]>"
    let grown = "\(names)<svg>\(String(repeating: "&a;", count: 1_000))</svg>"
    let deep = "<svg>\(String(repeating: "<g>", count: 10_000))\(String(repeating: "</g>", count: 10_000))</svg>"
    let uses = (1...40).map { "<g id=\"a\($0)\"><use href=\"#a\($0 - 1)\"/><use href=\"#a\($0 - 1)\"/></g>" }
    let used = "<svg><g id=\"a0\"/>\(uses.joined())</svg>"
    for text in [grown, deep, used] {
      let (clean, findings) = cleaned(text)
      #expect(clean == nil && findings.map(\.code.id) == ["F33"])
    }
    #expect(cleaned("<svg><g id=\"a\"><use href=\"#a\"/></g></svg>").svg != nil)
  }

  // MARK: The law

  @Test func `whatever a drawing holds, what is published can be read again, and nothing more is found in it`() throws {
    let pieces = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\">", "</svg>", "<svg>", "<g>", "</g>", "<g ", ">", "/>", "fill=\"",
      "style=\"", "\"",
      "url(#a)", "u\\72l(", "url(", "http://x", ")", ";", ":", "fill", "<style>", "</style>", "<![CDATA[", "]]>", "{",
      "}",
      "@import", "@media", "/*", "*/", "'", "\\", "a", " ", "&lt;", "&#", "59;", "<script>", "</script>",
      "onload=\"x\"",
      "<!--", "-->", "<a href=\"#\">", "</a>", "image-set(", "<use href=\"", "<?x", "?>",
    ]
    try forAll(.texts(of: pieces, atMost: 24), cases: 3_000) { text in
      for written in [
        text, "<svg>\(text)</svg>", "<svg><style>\(text)</style></svg>",
        "<svg><g style=\"\(text)\" fill=\"\(text)\"/></svg>",
      ] {
        let (clean, findings) = cleaned(written)
        guard let clean else {
          guard findings.hasErrors else { return false }
          continue
        }
        let again = cleaned(clean)
        guard again.svg == clean, again.findings == [] else { return false }
      }
      return true
    }
  }
}
