import { Pool } from 'pg'
import { linesInPeriod, linesOnDay } from '../src/areas/enterprise/pages/board-lines.ts'
import { composeProgram } from '../src/app/program.ts'
import type { Statement } from '../src/platform/db/batch.ts'
import type { Database } from '../src/platform/db/database.ts'
import { answerValue } from '../src/platform/figures/answer.ts'
import { type Figures, figureNamed } from '../src/platform/figures/registry.ts'
import { resolveQuestion } from '../src/platform/figures/resolve.ts'
import { type SheetLine, sheetOf } from '../src/platform/figures/sheet.ts'
import { day } from '../src/platform/values/day.ts'
import { fillService } from './fill-service.ts'
import { median } from './load.ts'
import { inOffice, office } from './open-office.ts'

/**
 * The leading group's page and every figure of the service to companies, at XIAOMA_COMPANIES (10 000) and XIAOMA_REQUESTS (100 000), by turns with the same
 * statements sent by a bare pool as a role that no policy binds.
 */
const companies = Number(process.env['XIAOMA_COMPANIES'] ?? 10_000)
const requests = Number(process.env['XIAOMA_REQUESTS'] ?? 100_000)
const rounds = Number(process.env['XIAOMA_ROUNDS'] ?? 5)
const scope = { office, places: 'all' } as const
const asOf = day('2025-06-30')
const period = { from: day('2025-01-01'), through: day('2025-06-30') }

async function measure(): Promise<void> {
  await inOffice(async (database, client) => {
    const began = performance.now()
    const street = await fillService(database, office, { companies, requests })
    await client.query('vacuum analyze')
    console.log(
      `${companies} companies, ${requests} requests, filled in ${((performance.now() - began) / 1000).toFixed(0)} s; ${rounds} rounds by turns`,
    )
    // What the statements ask of a session, once and for all.
    const options = `-c app.office=${office} -c app.scope_all=on -c app.known=9223372036854775807`
    const { host, port, user, password, database: name } = client as unknown as Record<string, string>
    const bare = new Pool({
      host,
      port: Number(port),
      user,
      password,
      database: name,
      max: 10,
      options,
    } as never)
    try {
      await compare(database, bare, street)
    } finally {
      await bare.end()
    }
  })
}

async function compare(database: Database, bare: Pool, street: string): Promise<void> {
  let sent: Statement[] = []
  const listening: Database = {
    ...database,
    query: async (...asked) => {
      sent.push(asked[1])
      return await database.query(...asked)
    },
  }
  const { figures } = composeProgram(listening)
  const again = async (statements: readonly Statement[]) =>
    await Promise.all(
      statements.map(
        async ({ name, text, values }) => await bare.query<object>({ name, text, values: [...values] }),
      ),
    )
  const told = async (what: string, ask: () => Promise<unknown>) => {
    const [own, plain]: [number[], number[]] = [[], []]
    for (let round = 0; round <= rounds; round += 1) {
      sent = []
      let at = performance.now()
      await ask()
      const first = performance.now() - at
      at = performance.now()
      await again(sent)
      // The first round only prepares.
      if (round === 0) continue
      own.push(first)
      plain.push(performance.now() - at)
    }
    const ratio = median(own.map((time, round) => time / (plain[round] as number)))
    console.log(
      `${what.padEnd(48)} ${median(own).toFixed(0).padStart(6)} ms  ${median(plain).toFixed(0).padStart(6)} ms  ${ratio.toFixed(2)}`,
    )
  }
  console.log(`${''.padEnd(48)}   here     bare   ratio`)
  for (const [what, lines, when] of [
    ['page: on the day', linesOnDay, { asOf }],
    ['page: in the period', linesInPeriod, { period }],
  ] as const)
    await told(what, async () => {
      const wanted = lines.map(({ figure }) => ({
        figure: figureNamed(figures, figure),
        kind: null,
        against: null,
      })) as unknown as [SheetLine, ...SheetLine[]]
      const asked = await asking(figures, wanted[0].figure.id, street, when)
      return await sheetOf(figures, asked, wanted)
    })
  for (const id of [...figures.byId.keys()].filter((one) => one.startsWith('enterprise.')))
    await told(
      id,
      async () => await answerValue(figures, await asking(figures, id, street, { period }), true),
    )
}

const asking = async (figures: Figures, figure: string, node: string, when: object) =>
  await resolveQuestion(figures, scope, figureNamed(figures, figure), {
    figure,
    node,
    asOf,
    ...when,
  } as never)

if (import.meta.main) await measure()
