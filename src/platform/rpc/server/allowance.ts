import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'

export type Allowed = {
  readonly minutes: number
  /** How often one address may within these minutes, and all of them together. */
  readonly each: number
  readonly all: number
}

/**
 * How often something that asks nobody's name may be done from one address and from all. Counts are in memory: what a restart forgives
 * is bounded by what is kept of the act itself.
 */
export class Allowance {
  readonly #allowed: Allowed
  readonly #now: () => number
  #counts = new Map<string, number>()
  #all = 0
  #since = 0

  constructor(allowed: Allowed, now: () => number = Date.now) {
    this.#allowed = allowed
    this.#now = now
  }

  /** @throws Refusal TOO_MANY with the minutes to wait */
  take(address: string): void {
    const { minutes, each, all } = this.#allowed
    const now = this.#now()
    if (now - this.#since >= minutes * 60_000) {
      this.#counts = new Map()
      this.#all = 0
      this.#since = now
    }
    const from = networkOf(address)
    const own = this.#counts.get(from) ?? 0
    if (own >= each || this.#all >= all)
      throw tooOften(Math.ceil((this.#since + minutes * 60_000 - now) / 60_000))
    this.#counts.set(from, own + 1)
    this.#all += 1
  }
}

/** Whoever has one IPv6 address has the 2⁶⁴ of its network. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const groups = head.split(':').filter((group) => group !== '')
  const rest = tail?.split(':').filter((group) => group !== '') ?? []
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0')
  return [...groups, ...zeros, ...rest].slice(0, 4).join(':')
}

const tooOften = (minutes: number) =>
  new Refusal(
    'TOO_MANY',
    text(
      `提交或查询过于频繁，请${minutes}分钟后再试。急事请打电话。`,
      `That was too often. Try again in ${minutes} minute${minutes === 1 ? '' : 's'}; telephone if it is urgent.`,
    ),
    { minutes },
  )
