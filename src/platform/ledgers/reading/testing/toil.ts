import { cpuUsage } from 'node:process'

// A reading process that works for a second in one piece, without a word, and ends well.
process.stdin.once('data', () => {
  const before = cpuUsage()
  while (cpuUsage(before).user < 1_000_000) Math.random()
  process.stdout.write(`${JSON.stringify({ kind: 'end' })}\n`)
})
