internal import CZip

extension Archive {
  /// The archive as a file. Every entry has the same fixed date, for a file's date would differ from build to build.
  package func bytes() throws(ArchiveFault) -> [UInt8] {
    try Self.check(entries.map(\.name))
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { throw .library(&error) }
    defer { zip_source_free(target) }
    // Closing the archive lets go of its source, which is still to be read.
    zip_source_keep(target)
    guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
      zip_source_free(target)
      throw .library(&error)
    }
    do throws(ArchiveFault) {
      // The library reads the bytes when it closes the archive, so copies of them live until then.
      let copies = entries.map { $0.bytes.copied }
      defer { copies.forEach { $0.deallocate() } }
      for (entry, copy) in zip(entries, copies) { try entry.add(copy, to: archive) }
      guard zip_close(archive) == 0 else { throw .library(zip_get_error(archive)) }
    } catch {
      zip_discard(archive)
      throw error
    }
    return try Self.contents(of: target)
  }

  private static func contents(of source: OpaquePointer) throws(ArchiveFault) -> [UInt8] {
    var status = zip_stat_t()
    guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else {
      throw .library(zip_source_error(source))
    }
    defer { zip_source_close(source) }
    let size = Int(status.size)
    let bytes = [UInt8](atMost: size) { zip_source_read(source, $0, $1) }
    guard bytes.count == size else { throw .library(zip_source_error(source)) }
    return bytes
  }
}

extension Archive.Entry {
  fileprivate func add(_ copy: UnsafeMutableBufferPointer<UInt8>, to archive: OpaquePointer) throws(ArchiveFault) {
    guard let source = zip_source_buffer(archive, copy.baseAddress, UInt64(bytes.count), 0) else {
      throw .library(zip_get_error(archive))
    }
    let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw .library(zip_get_error(archive))
    }
    let method = isDeflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE
    // 1 January 1980, the first day that the format knows.
    guard zip_set_file_compression(archive, UInt64(index), Int32(method), 9) == 0,
      zip_file_set_dostime(archive, UInt64(index), 0, 0b0000000_0001_00001, 0) == 0
    else { throw .library(zip_get_error(archive)) }
  }
}

extension [UInt8] {
  fileprivate var copied: UnsafeMutableBufferPointer<UInt8> {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Swift.max(1, count))
    _ = copy.update(fromContentsOf: self.isEmpty ? [0] : self)
    return copy
  }
}

extension ArchiveFault {
  static func library(_ error: UnsafeMutablePointer<zip_error_t>?) -> ArchiveFault {
    guard let error else { return .broken("the archive library failed") }
    return .broken(String(cString: zip_error_strerror(error)))
  }
}
