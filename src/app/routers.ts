import type { Logger } from 'pino'
import { enterpriseProcedures, requestProcedures } from '../areas/enterprise/index.ts'
import { organisationProcedures } from '../areas/organisation/index.ts'
import { electionProcedures, peopleProcedures, residentsProcedures } from '../areas/people/index.ts'
import type { BackupKeeper } from '../platform/backup/keeper.ts'
import { backupProcedures } from '../platform/backup/procedures.ts'
import { auditProcedures } from '../platform/audit/procedures.ts'
import { read } from '../platform/db/transaction.ts'
import { resolveNode } from '../platform/figures/hierarchy.ts'
import { figuresProcedures } from '../platform/figures/procedures.ts'
import { resolveKnown } from '../platform/figures/resolve.ts'
import { clearExportsContract } from '../platform/ledgers/clear/contract.ts'
import { clearExports } from '../platform/ledgers/clear/procedures.ts'
import { ledgersContract } from '../platform/ledgers/contract.ts'
import { exportList } from '../platform/ledgers/export-list.ts'
import { ImportJobs } from '../platform/ledgers/import-jobs.ts'
import type { LedgersCaller } from '../platform/ledgers/ledgers-parts.ts'
import { ledgersProcedures, type ResolveExport } from '../platform/ledgers/ledgers-procedures.ts'
import { passingFile } from '../platform/ledgers/passing-file.ts'
import { UndoJobs } from '../platform/ledgers/undo-jobs.ts'
import { workbookMime } from '../platform/ledgers/workbook-bytes.ts'
import { personalProcedures } from '../platform/personal/procedures.ts'
import { apartProcedures } from '../platform/records/apart/procedures.ts'
import { Erasing } from '../platform/personal/retention/erasing.ts'
import { retentionProcedures } from '../platform/personal/retention/procedures.ts'
import type { RetentionWatch } from '../platform/personal/retention/watch.ts'
import { bulkProcedures } from '../platform/records/bulk/procedures.ts'
import { copyProcedures } from '../platform/records/copy/procedures.ts'
import { deedsProcedures } from '../platform/records/deeds/procedures.ts'
import { mergeProcedures } from '../platform/records/merge/procedures.ts'
import { recordsProcedures, scopeOfDeed } from '../platform/records/procedures.ts'
import { versionsProcedures } from '../platform/records/versions/procedures.ts'
import { callerOf, type GuardedContext } from '../platform/rpc/server/context.ts'
import { implementer } from '../platform/rpc/server/implementer.ts'
import { text } from '../platform/text.ts'
import { today } from '../platform/values/day.ts'
import { auditSubjects } from './audit-subjects.ts'
import { officeName } from './found-office.ts'
import type { Program } from './program.ts'
import { roles } from './roles.ts'

type Parts = Pick<Program, 'database' | 'records' | 'figures' | 'ledgers' | 'purposes'>

/** What works on what need not be kept any more beside the requests; without a watch nothing is searched at night. */
export type Retained = { readonly erasing: Erasing; readonly watch: RetentionWatch | null }

export const retainedBy = (
  { records, purposes }: Pick<Parts, 'records' | 'purposes'>,
  log: Logger,
): Retained => ({
  erasing: new Erasing(records, purposes, (error) => log.error({ err: error }, 'erasures stopped')),
  watch: null,
})

/** The procedures of every part but sign-in. */
export function routersOf(
  program: Parts,
  log: Logger,
  backups: BackupKeeper | null,
  retained: Retained = retainedBy(program, log),
) {
  const { database, figures, records, purposes } = program
  const told = auditSubjects(program)
  return {
    figures: figuresProcedures(figures, () => nameOf(database)),
    records: recordsProcedures(records),
    deeds: deedsProcedures(records, figures),
    bulk: bulkProcedures(records, figures),
    merge: mergeProcedures(records, figures),
    apart: apartProcedures(records),
    versions: versionsProcedures(records),
    copies: copyProcedures(records, told.exportsReaching),
    personal: personalProcedures(records.engine.types, purposes),
    retention: retentionProcedures({ records, purposes, ...retained }),
    organisation: organisationProcedures(database, records.place),
    people: {
      ...peopleProcedures(database, records.place),
      ...electionProcedures(records, figures),
      ...residentsProcedures(records, figures),
    },
    enterprise: { ...enterpriseProcedures(database, records.place), ...requestProcedures(records) },
    backup: backupProcedures(backups),
    ...ledgerRouters(program, log),
    audit: auditProcedures({ database, types: records.engine.types, roles, ...told }),
  }
}

const nameOf = async (database: Program['database']) =>
  (await officeName(database)) ?? text('本街道', 'This office')

function ledgerRouters({ database, records, figures, ledgers }: Parts, log: Logger) {
  const parts = {
    database,
    engine: records.engine,
    figures,
    ledgers,
    jobs: new ImportJobs(),
    undoings: new UndoJobs(),
    report: (error: unknown) => log.error({ err: error }, 'import failed'),
  }
  const does = ledgersProcedures(parts, resolveExport(database, records))
  const os = implementer(ledgersContract)
  const caller = async (context: GuardedContext): Promise<LedgersCaller> => {
    const { id, name, permissions } = callerOf(context)
    const office = await nameOf(database)
    return {
      scope: context.scope,
      actor: { id, name },
      office,
      request: context.request.id,
      may: (permission) => permissions.has(permission),
    }
  }
  const clear = clearExports(parts, resolveExport(database, records))
  const clearOs = implementer(clearExportsContract)
  const ledgerRouter = {
    catalogue: os.catalogue.handler(async ({ context }) => does.catalogue(await caller(context))),
    template: os.template.handler(async ({ context, input }) => does.template(await caller(context), input)),
    export: os.export.handler(async ({ context, input }) => does.export(await caller(context), input)),
    exportList: os.exportList.handler(async ({ context, input }) => {
      const { language, columns, ...question } = input
      const { office, actor, request } = await caller(context)
      const scope = scopeOfDeed(records, context, input.type, 'see')
      const known = await resolveKnown(records, scope, input.knownAt)
      const asked = { question, columns, language, known, office, by: actor.name, batch: request }
      let name = ''
      const file = await passingFile('list.xlsx', workbookMime, async (path) => {
        name = (await exportList(records, scope, asked, path)).name
      })
      return new File([file], `${name}.xlsx`, { type: workbookMime })
    }),
    check: os.check.handler(async ({ context, input }) => does.check(await caller(context), input)),
    map: os.map.handler(async ({ context, input }) => does.map(await caller(context), input)),
    commit: os.commit.handler(async ({ context, input }) => does.commit(await caller(context), input)),
    countFigures: os.countFigures.handler(async ({ context, input }) =>
      does.countFigures(await caller(context), input),
    ),
    stopCounting: os.stopCounting.handler(async ({ context, input }) =>
      does.stopCounting(await caller(context), input),
    ),
    progress: os.progress.handler(async ({ context, input }) => does.progress(await caller(context), input)),
    errors: os.errors.handler(async ({ context, input }) => does.errors(await caller(context), input)),
    imports: os.imports.handler(async ({ context, input }) => does.imports(await caller(context), input)),
    undoPreview: os.undoPreview.handler(async ({ context, input }) =>
      does.undoPreview(await caller(context), input),
    ),
    undo: os.undo.handler(async ({ context, input }) => does.undo(await caller(context), input)),
    undoing: os.undoing.handler(async ({ context, input }) => does.undoing(await caller(context), input)),
    stopUndoing: os.stopUndoing.handler(async ({ context, input }) =>
      does.stopUndoing(await caller(context), input),
    ),
    stop: os.stop.handler(async ({ context, input }) => does.stop(await caller(context), input)),
  }
  const clearRouter = {
    ask: clearOs.ask.handler(async ({ context, input }) => clear.ask(await caller(context), input)),
    own: clearOs.own.handler(async ({ context }) => clear.own(await caller(context))),
    toDecide: clearOs.toDecide.handler(async ({ context }) => clear.toDecide(await caller(context))),
    decide: clearOs.decide.handler(async ({ context, input }) => clear.decide(await caller(context), input)),
    take: clearOs.take.handler(async ({ context, input }) => clear.take(await caller(context), input.id)),
  }
  return { ledgers: ledgerRouter, clearExports: clearRouter }
}

function resolveExport(database: Program['database'], records: Program['records']): ResolveExport {
  return async ({ scope }, question) => {
    const known = await resolveKnown({ database }, scope, question.knownAt)
    return await read<unknown, Awaited<ReturnType<ResolveExport>>>(
      database,
      scope,
      async (reader) => {
        const node =
          question.node === undefined
            ? null
            : await resolveNode(reader, records.place, question.node, question.asOf ?? today())
        const head = await database.query(scope, {
          name: 'head',
          text: 'select head from platform.office where office_id = $1::int',
          values: [String(scope.office)],
        })
        return {
          node: node && { id: node.id, name: node.name },
          asOf: question.asOf ?? null,
          known,
          knownAt: String(known ?? head.rows[0]?.[0] ?? '0'),
        }
      },
      known,
    )
  }
}
