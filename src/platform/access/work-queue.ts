/** Thrown where the queue is full. */
export class QueueFull extends Error {}

/** Runs at most `atOnce` jobs at a time; up to `waiting` more wait their turn, in order. */
export class WorkQueue {
  readonly #atOnce: number
  readonly #waiting: number
  readonly #turns: (() => void)[] = []
  #running = 0

  constructor(atOnce: number, waiting: number) {
    this.#atOnce = atOnce
    this.#waiting = waiting
  }

  /** @throws QueueFull at once, without having run the job */
  async run<Result>(job: () => Promise<Result>): Promise<Result> {
    if (this.#running < this.#atOnce) this.#running += 1
    else {
      if (this.#turns.length >= this.#waiting) throw new QueueFull()
      // The job that ends hands its place over, so the count stays as it is.
      await new Promise<void>((resolve) => this.#turns.push(resolve))
    }
    try {
      return await job()
    } finally {
      const turn = this.#turns.shift()
      if (turn) turn()
      else this.#running -= 1
    }
  }
}
