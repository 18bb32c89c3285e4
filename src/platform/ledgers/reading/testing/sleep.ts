// A reading process that takes its file and then does nothing.
process.stdin.resume()
