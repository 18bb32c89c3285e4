import { readdirSync, readFileSync } from 'node:fs'

/** The most memory of this process, and of the children that open what was sent, since it was last asked; in megabytes. */
export function watchProcesses() {
  let own = 0
  let child = 0
  const look = () => {
    own = Math.max(own, process.memoryUsage.rss())
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
      child = Math.max(child, residentOf(pid))
  }
  const timer = setInterval(look, 200)
  const mb = (bytes: number) => Math.round(bytes / 1e6)
  return {
    told: () => {
      look()
      const words = `memory ${mb(own)} MB, child ${mb(child)} MB`
      own = 0
      child = 0
      return words
    },
    stop: () => clearInterval(timer),
  }
}

function residentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (Number(parent) !== process.pid || !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('child.ts'))
      return 0
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1_024
  } catch {
    // It ended, or is another's.
    return 0
  }
}
