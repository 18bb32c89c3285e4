import { rehearse } from '../../../platform/db/rehearse.ts'
import type { Writer } from '../../../platform/db/transaction.ts'
import { movedFigures } from '../../../platform/figures/moved-figures.ts'
import type { Figures } from '../../../platform/figures/registry.ts'
import { readerOf } from '../../../platform/records/engine.ts'
import { findingView } from '../../../platform/records/finding-view.ts'
import type { RecordType } from '../../../platform/records/record-type.ts'
import type { Records } from '../../../platform/records/records.ts'
import { type Asking, inChange, refuseStopped } from '../../../platform/records/write-change.ts'
import { type Finding, type Override, refuseAct } from '../../../platform/rules/judge.ts'
import { addYears } from '../../../platform/values/day.ts'
import type { ConfirmationPreview, Confirmed } from '../election-contract.ts'
import { electedFrom } from '../rules/elections/confirmation/plan-holdings.ts'
import type { Confirmation, ConfirmationInput, Drafting } from './draft-confirmation.ts'

export type ConfirmInput = ConfirmationInput & {
  readonly idempotencyKey: string
  readonly overrides: readonly Override[]
}

/** What kind of election is confirmed, and how its outcome is worked out. */
export type Confirming = { readonly type: RecordType; readonly draft: Drafting }

/** Turns the outcome of the count into posts and a term, as one change. */
export async function confirmElection(
  records: Records,
  asking: Asking,
  input: ConfirmInput,
  { type, draft }: Confirming,
): Promise<Confirmed> {
  const body = { ...input, type: type.id }
  return await inChange(records, asking, 'event', body, async (writer, reader) => {
    const confirmation = await draft(records, writer, reader, input)
    const findings = await carryOut(records, writer, confirmation)
    refuseStopped(findings, input.overrides)
    return { ...told(confirmation), findings: findings.map(findingView), change: String(writer.change) }
  })
}

/** What it would do: done in full and taken back, so that the preview cannot differ from the deed. */
export async function previewConfirmation(
  records: Records,
  figures: Figures,
  asking: Asking,
  input: ConfirmationInput,
  { draft }: Confirming,
): Promise<ConfirmationPreview> {
  const request = { ...asking, kind: 'event' as const, reason: input.reason }
  return await rehearse(records.database, request, async (writer: Writer<unknown>) => {
    const confirmation = await draft(records, writer, readerOf(writer), input)
    const { moved, result: findings } = await movedFigures(figures, writer, {
      asOf: electedFrom(confirmation.posts),
      act: () => carryOut(records, writer, confirmation),
      records: new Map([...confirmation.drafts].map(([type, own]) => [type, own.map(({ id }) => id)])),
    })
    return {
      ...told(confirmation),
      findings: findings.map(findingView),
      stopped: refuseAct(findings).stopped.map(findingView),
      figures: moved,
    }
  })
}

async function carryOut(
  records: Records,
  writer: Writer<unknown>,
  { drafts }: Confirmation,
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [type, own] of drafts)
    if (own.length > 0) findings.push(...(await records.engine.save(writer, type, own)))
  return findings
}

function told({ posts, plan, term }: Confirmation) {
  const lasting = new Set(plan.lasting.map(({ elected }) => elected))
  return {
    posts: posts.map((each) => ({
      personId: each.personId,
      name: each.name,
      post: each.post,
      on: each.on,
      again: lasting.has(each),
      recordedBefore: plan.standing.includes(each),
    })),
    ending: plan.ending.map(({ holding, on }) => ({ name: holding.name, post: holding.post, on })),
    term: term && {
      from: term.from,
      years: term.length?.years ?? null,
      until: term.length ? addYears(term.from, term.length.years) : null,
      basis: term.length?.basis ?? null,
    },
  }
}
