// A reading process that dies over its file.
process.stdin.once('data', () => process.kill(process.pid, 'SIGSEGV'))
