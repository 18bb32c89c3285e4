import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What is read when somebody asks, by the names that it is shown under. */
export type Readings = () => Promise<Readonly<Record<string, number>>>

export type MetricsOptions = {
  readonly pool: Pick<Pool, 'totalCount' | 'idleCount' | 'waitingCount'>
  /** Further numbers of this moment, each named and explained. */
  readonly further: Readonly<Record<string, string>>
  readonly read: Readings
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60]

/** Counts and durations of what the program does, in Prometheus's text form. By procedure and status: never by person or record. */
export class Metrics {
  readonly #registry = new Registry()
  readonly #procedures = new WeakMap<FastifyRequest, string>()
  readonly #requests: Histogram<'procedure' | 'status'>
  readonly #surplus: Counter
  readonly #inWork: Gauge

  constructor({ pool, further, read }: MetricsOptions) {
    const registers = [this.#registry]
    // Among them how late the event loop is, and what memory is held.
    collectDefaultMetrics({ register: this.#registry })
    this.#requests = new Histogram({
      name: 'xiaoma_request_seconds',
      help: 'Requests answered, by procedure and status',
      labelNames: ['procedure', 'status'],
      buckets: seconds,
      registers,
    })
    this.#surplus = new Counter({
      name: 'xiaoma_requests_turned_away_total',
      help: 'Requests answered with 503 because too many were in work',
      registers,
    })
    this.#inWork = new Gauge({ name: 'xiaoma_requests_in_work', help: 'Requests in work', registers })
    const gauge = (name: string, help: string, value: () => number) =>
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(value())
        },
      })
    gauge('xiaoma_pool_in_use', 'Connections to the database in use', () => pool.totalCount - pool.idleCount)
    gauge('xiaoma_pool_waiting', 'Requests that wait for a connection', () => pool.waitingCount)
    const names = Object.entries(further)
    const rest = new Map(names.map(([name, help]) => [name, new Gauge({ name, help, registers: [] })]))
    for (const each of rest.values()) this.#registry.registerMetric(each)
    this.#readRest = async () => {
      for (const [name, value] of Object.entries(await read())) rest.get(name)?.set(value)
    }
  }

  readonly #readRest: () => Promise<void>

  began(request: FastifyRequest, procedure: string): void {
    this.#procedures.set(request, procedure)
  }

  /** `by`: one more or one fewer in work. */
  work(by: 1 | -1): void {
    this.#inWork.inc(by)
  }

  turnedAway(): void {
    this.#surplus.inc()
  }

  answered(request: FastifyRequest, reply: FastifyReply): void {
    const procedure = this.#procedures.get(request) ?? 'none'
    this.#requests.observe({ procedure, status: reply.statusCode }, reply.elapsedTime / 1000)
  }

  async text(): Promise<string> {
    await this.#readRest()
    return await this.#registry.metrics()
  }

  get contentType(): string {
    return this.#registry.contentType
  }
}
