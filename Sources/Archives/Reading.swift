internal import CZip

extension Archive {
  /// How much an archive may hold. One that claims more is not unpacked.
  package struct Limits: Sendable {
    package var entries = 10_000
    /// Of all entries together, unpacked.
    package var bytes = 500_000_000

    package init(entries: Int = 10_000, bytes: Int = 500_000_000) { (self.entries, self.bytes) = (entries, bytes) }
  }

  /// Unpacks an archive that somebody sent. Nothing is believed: sizes are counted while unpacking, names are checked.
  /// Folders without files are left out.
  package init(reading file: [UInt8], limits: Limits = Limits()) throws(ArchiveFault) {
    // The library takes no bytes for an archive of no entries.
    guard !file.isEmpty else { throw .broken("the file is empty") }
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: file.count)
    defer { copy.deallocate() }
    _ = copy.update(fromContentsOf: file)
    guard let source = zip_source_buffer_create(copy.baseAddress, UInt64(file.count), 0, &error) else {
      throw .library(&error)
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
      zip_source_free(source)
      throw .library(&error)
    }
    defer { zip_discard(archive) }
    let count = Int(zip_get_num_entries(archive, 0))
    guard count <= limits.entries else { throw .tooManyEntries(count) }
    var names: [(index: Int, name: String)] = []
    for index in 0..<count {
      let name = zip_get_name(archive, UInt64(index), 0).map { String(cString: $0) } ?? ""
      if !name.hasSuffix("/") { names.append((index, name)) }
    }
    try Self.check(names.map(\.name))
    var room = limits.bytes
    entries = []
    for (index, name) in names {
      let entry = try Self.entry(index, name, of: archive, atMost: room)
      room -= entry.bytes.count
      entries.append(entry)
    }
  }

  private static func entry(
    _ index: Int, _ name: String, of archive: OpaquePointer, atMost limit: Int
  ) throws(ArchiveFault) -> Entry {
    var status = zip_stat_t()
    guard zip_stat_index(archive, UInt64(index), 0, &status) == 0 else { throw .library(zip_get_error(archive)) }
    guard status.encryption_method == UInt16(ZIP_EM_NONE) else { throw .encrypted(name) }
    guard status.size <= UInt64(limit) else { throw .tooLarge(name) }
    guard let file = zip_fopen_index(archive, UInt64(index), 0) else { throw .library(zip_get_error(archive)) }
    defer { zip_fclose(file) }
    let size = Int(status.size)
    let bytes = [UInt8](atMost: size) { zip_fread(file, $0, $1) }
    // At its end the library compares the checksum, and more bytes than were promised show themselves.
    var beyond: UInt8 = 0
    let rest = zip_fread(file, &beyond, 1)
    guard bytes.count == size, rest == 0 else { throw .broken("the entry “\(name)” is damaged") }
    return Entry(name, bytes, isDeflated: status.comp_method != UInt16(ZIP_CM_STORE))
  }
}

extension [UInt8] {
  /// What is read until nothing more comes, however much comes at once.
  init(atMost size: Int, read: (UnsafeMutablePointer<UInt8>, UInt64) -> zip_int64_t) {
    self.init(unsafeUninitializedCapacity: size) { buffer, count in
      while let base = buffer.baseAddress {
        let more = read(base + count, UInt64(size - count))
        guard more > 0 else { return }
        count += Int(more)
      }
    }
  }
}
