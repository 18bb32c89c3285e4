// A reading process that takes memory without end.
const held: Buffer[] = []
process.stdin.resume()
setInterval(() => held.push(Buffer.alloc(10_000_000, held.length + 1)), 5)
