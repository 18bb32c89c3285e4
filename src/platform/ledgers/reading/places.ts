/** Lets a few work at once; the others wait in the order in which they came. */
export class Places {
  #free: number
  readonly #waiting: (() => void)[] = []

  constructor(count: number) {
    this.#free = count
  }

  /** Resolves to what gives the place back. */
  async take(signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted()
    if (this.#free > 0) this.#free -= 1
    else await this.#turn(signal)
    let held = true
    return () => {
      if (!held) return
      held = false
      const next = this.#waiting.shift()
      if (next) next()
      else this.#free += 1
    }
  }

  async #turn(signal: AbortSignal | undefined): Promise<void> {
    const turn = Promise.withResolvers<void>()
    const stopped = () => {
      const at = this.#waiting.indexOf(turn.resolve)
      // Not waiting any more: its turn came in this very moment, and it gives the place back by itself.
      if (at < 0) return
      this.#waiting.splice(at, 1)
      turn.reject(signal?.reason)
    }
    this.#waiting.push(turn.resolve)
    signal?.addEventListener('abort', stopped, { once: true })
    try {
      await turn.promise
    } finally {
      signal?.removeEventListener('abort', stopped)
    }
  }
}
