package import Content

extension ContentFile {
  /// All that its front matter says, as its kind types it: what the model's values keep only in part. What is wrong in it
  /// has been said when the model was made.
  package func record(as kind: Kind) -> Record {
    var reader = SchemaReader()
    return reader.record(frontMatter, as: kind.schema)
  }
}
