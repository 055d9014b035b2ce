/// What may be in a drawing: only what draws, names or describes. What is in none of these lists is left out.
enum Vocabulary {
  static let elements = names(
    """
    svg g defs symbol use switch title desc style path rect circle ellipse line polyline polygon text tspan textPath image
    linearGradient radialGradient stop pattern clipPath mask marker filter
    feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
    feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
    fePointLight feSpecularLighting feSpotLight feTile feTurbulence
    """)

  /// What nobody sees or hears, so that nobody has to be told.
  static let unseen = names("metadata view")

  static let animations = names("animate animateColor animateMotion animateTransform set discard mpath")

  /// Attributes of which no program takes an address.
  static let attributes = names(
    """
    id class lang role x y x1 y1 x2 y2 z width height viewBox preserveAspectRatio version baseProfile d points pathLength
    cx cy r rx ry fx fy fr dx dy rotate textLength lengthAdjust startOffset method spacing side offset spreadMethod
    transform gradientTransform gradientUnits patternUnits patternContentUnits patternTransform clipPathUnits maskUnits
    maskContentUnits markerWidth markerHeight markerUnits refX refY orient filterUnits primitiveUnits filterRes
    in in2 result type values tableValues slope intercept amplitude exponent operator k1 k2 k3 k4 order kernelMatrix divisor
    bias targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale diffuseConstant specularConstant
    specularExponent limitingConeAngle pointsAtX pointsAtY pointsAtZ azimuth elevation scale xChannelSelector
    yChannelSelector radius stdDeviation baseFrequency numOctaves seed stitchTiles mode media systemLanguage
    """)

  /// Attributes that say nothing about what is drawn.
  static let unseenAttributes = names(
    """
    requiredFeatures requiredExtensions contentScriptType contentStyleType zoomAndPan focusable tabindex
    externalResourcesRequired crossorigin decoding loading
    """)

  /// Properties of styles, and attributes of the same names.
  static let properties = names(
    """
    alignment-baseline background background-color baseline-shift block-progression clip clip-path clip-rule color
    color-adjust color-interpolation color-interpolation-filters color-rendering color-scheme cursor d direction display
    dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font font-family
    font-feature-settings font-kerning font-optical-sizing font-size font-size-adjust font-stretch font-style
    font-synthesis font-variant font-variant-alternates font-variant-caps font-variant-east-asian font-variant-ligatures
    font-variant-numeric font-variant-position font-variation-settings font-weight glyph-orientation-horizontal
    glyph-orientation-vertical height image-rendering inline-size isolation kerning letter-spacing lighting-color
    line-height margin marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity order orphans
    overflow paint-order pointer-events rx ry cx cy r shape-inside shape-margin shape-padding shape-rendering
    solid-color solid-opacity stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
    stroke-linejoin stroke-miterlimit stroke-opacity stroke-width tab-size text-align text-anchor text-decoration
    text-decoration-color text-decoration-line text-decoration-style text-indent text-orientation text-overflow
    text-rendering text-shadow text-transform transform transform-box transform-origin unicode-bidi user-select
    vector-effect visibility white-space white-space-collapse widows width word-spacing writing-mode x y
    """)

  /// Functions of values that fetch nothing.
  static let functions = names(
    """
    rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark calc min max clamp var translate translatex
    translatey scale scalex scaley rotate skewx skewy matrix blur brightness contrast drop-shadow grayscale hue-rotate
    invert opacity saturate sepia circle ellipse inset polygon path
    """)

  static let selectorFunctions = names("not is where nth-child nth-last-child nth-of-type nth-last-of-type lang")

  private static func names(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
