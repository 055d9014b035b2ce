extension Document {
  /// The same document with headings that fit below others: the highest stand at `level`, and none skips a level on the
  /// way down, whatever its author wrote. People who listen to a page find their way by its levels.
  package func withHeadings(from level: Int) -> Document {
    var open: [Int] = []
    return mapBlocks { block in
      guard case .heading(var heading) = block.kind else { return nil }
      while let last = open.last, last >= heading.level { open.removeLast() }
      open.append(heading.level)
      heading.level = min(6, level + open.count - 1)
      return [Block(.heading(heading), at: block.place)]
    }
  }
}
