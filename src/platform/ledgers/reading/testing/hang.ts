// A reading process that takes its file and never says anything.
process.stdin.resume()
if (process.cwd() !== '') for (;;) Math.random()
