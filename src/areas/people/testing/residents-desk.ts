import { newId } from '../../../platform/db/id.ts'
import type { Actor } from '../../../platform/db/transaction.ts'
import type { Override } from '../../../platform/rules/judge.ts'
import { clerk } from '../../../platform/testing/office.ts'
import { day } from '../../../platform/values/day.ts'
import { residentsElection } from '../election-types.ts'
import { confirmElection, previewConfirmation } from '../procedures/confirm-election.ts'
import { placeCandidates } from '../procedures/place-candidates.ts'
import { prepareResidentsBallot } from '../procedures/residents/prepare-residents-ballot.ts'
import { recordResidentsCount } from '../procedures/residents/record-residents-count.ts'
import { residentsConfirming } from '../procedures/residents/residents-procedures.ts'
import { viewResidentsElection } from '../procedures/residents/view-residents-election.ts'
import { previewUndoConfirmation, undoConfirmation } from '../procedures/undo-confirmation.ts'
import type { ResidentsContest, ResidentsVote } from '../terms.ts'
import { checker } from './election-desk.ts'
import { openPeopleOffice } from './office.ts'

const surnames = ['丁', '王', '李', '陈', '林', '黄', '张', '蔡'] as const
const women: readonly string[] = ['陈', '林']

/** A community whose residents' committee of 2021 has a director, a deputy and a member, and its residents by surname. */
export async function openResidentsOffice() {
  const at = await openPeopleOffice()
  const street = await at.establish(
    'place',
    '2000-01-01',
    { name: '测试街道', code: '350206005000', parent_id: null },
    { kind: 'street' },
  )
  const community = await at.establish(
    'place',
    '2000-01-01',
    { name: '示例社区', code: '350206005023', parent_id: street },
    { kind: 'community' },
  )
  const people = new Map<string, string>()
  for (const surname of surnames)
    people.set(
      surname,
      await at.establish(
        'person',
        '2010-01-01',
        { education: '21', home_id: community },
        {
          code: `RY-${surname}`,
          name: `${surname}示例`,
          sex: women.includes(surname) ? '2' : '1',
          birth: '1975-05',
        },
      ),
    )
  const person = (surname: string) => people.get(surname) as string
  for (const [surname, post] of [
    ['王', 'committee_director'],
    ['李', 'committee_deputy'],
    ['林', 'committee_member'],
  ] as const)
    await at.establish('communityPost', '2021-06-20', {
      person_id: person(surname),
      place_id: community,
      post,
      gained: 'elected',
      won_on: '2021-06-20',
      working_time: 'full_time',
    })
  return { at, community, person, ...deskOf(at, person) }
}
export type ResidentsOffice = Awaited<ReturnType<typeof openResidentsOffice>>

type Figures = {
  readonly entitled?: number
  readonly participants?: number
  readonly proxies?: number
  readonly mostProxies?: number
  readonly correcting?: boolean
  readonly on?: string
  readonly rules?: readonly string[]
  readonly actor?: Actor
}

/** Whoever runs residents' elections, in the words of a test: persons are surnames. */
function deskOf(at: Awaited<ReturnType<typeof openPeopleOffice>>, person: (surname: string) => string) {
  const { records, figures, whole } = at
  const asking = (actor: Actor) => ({ scope: whole, actor })
  const given = (rules: readonly string[]): Override[] =>
    rules.map((rule) => ({ rule, reason: '原件如此', documentNo: '街〔2026〕1号', approver: '测试' }))
  const confirmation = async (id: string, onDate: string) => ({
    id,
    version: await at.versionOf('residentsElection', id),
    onDate: day(onDate),
    documentNo: null,
    reason: null,
    fullTime: [],
  })
  return {
    prepare: async (
      election: string,
      contest: ResidentsContest,
      seats: number,
      candidates: string,
      more: { readonly vote?: ResidentsVote; readonly nominators?: number; readonly on?: string } = {},
    ) => {
      const { vote = 'first', nominators = null, on = '2026-05-25' } = more
      const nominee = (surname: string) => ({
        personId: person(surname),
        nominatedBy: nominators === null ? ('party_organisation' as const) : ('voters' as const),
        nominators,
      })
      const ballot = await prepareResidentsBallot(records, asking(clerk), {
        election,
        contest,
        vote,
        seats,
        onDate: day(on),
        candidates: [...candidates].map(nominee),
        idempotencyKey: newId(),
        overrides: [],
      })
      return ballot.id
    },
    place: (ballot: string, order: readonly string[]) =>
      placeCandidates(
        records,
        asking(clerk),
        { id: ballot, order, onDate: day('2026-05-26'), reason: null, idempotencyKey: newId() },
        residentsElection,
      ),
    count: async (ballot: string, votes: Readonly<Record<string, number>>, more: Figures = {}) => {
      const { participants = 800, rules = [], correcting = false, actor = clerk } = more
      return await recordResidentsCount(records, asking(actor), {
        id: ballot,
        version: await at.versionOf('residentsBallot', ballot),
        onDate: day(more.on ?? '2026-06-20'),
        entitled: more.entitled ?? 1000,
        participants,
        issued: participants,
        returned: participants,
        void: 0,
        proxies: more.proxies ?? 0,
        mostProxies: more.mostProxies ?? 0,
        candidateProxies: 0,
        unwrittenProxies: 0,
        candidates: Object.entries(votes).map(([surname, count]) => ({
          personId: person(surname),
          for: count,
        })),
        writeIns: [],
        correcting,
        reason: correcting ? '核对计票单' : null,
        idempotencyKey: newId(),
        overrides: given(rules),
      })
    },
    confirm: async (id: string, onDate = '2026-06-22', actor = checker, rules: readonly string[] = []) =>
      await confirmElection(
        records,
        asking(actor),
        { ...(await confirmation(id, onDate)), idempotencyKey: newId(), overrides: given(rules) },
        residentsConfirming,
      ),
    preview: async (id: string, onDate = '2026-06-22') =>
      await previewConfirmation(
        records,
        figures,
        asking(checker),
        await confirmation(id, onDate),
        residentsConfirming,
      ),
    undo: (id: string) =>
      undoConfirmation(
        records,
        asking(checker),
        { id, reason: '计票有误', idempotencyKey: newId() },
        residentsElection,
      ),
    previewUndo: (id: string) => previewUndoConfirmation(records, asking(checker), id, residentsElection),
    view: (id: string, actor = checker) =>
      viewResidentsElection(records, whole, { id, actor: actor.id, may: { record: true, confirm: true } }),
  }
}

/** A term-end election of five, planned for 20 June 2026, without any step done. */
export const planResidents = (
  { at, community }: ResidentsOffice,
  code: string,
  more: Readonly<Record<string, string>> = {},
) =>
  at.establish(
    'residentsElection',
    '2026-04-01',
    {
      place_id: community,
      kind: 'term',
      term_no: '8',
      seats: '5',
      mode: 'voters',
      planned_on: '2026-06-20',
      ...more,
    },
    { code },
  )

export const residentsStepDays = [
  ['committee_chosen', '2026-04-20', { chosen_by: 'representatives_meeting' }],
  ['list_published', '2026-05-20', { voters: '1000' }],
  ['candidates_checked', '2026-05-28', { eligibility_by: '街道民政办' }],
  ['relatives_checked', '2026-05-28', { relatives_by: '街道民政办' }],
  ['held', '2026-06-20', {}],
  ['announced', '2026-06-20', {}],
] as const

/** The steps up to one of them, that one among them, each on its day. */
export async function takeResidentsSteps(
  { at }: ResidentsOffice,
  election: string,
  upTo: (typeof residentsStepDays)[number][0] = 'announced',
): Promise<void> {
  const last = residentsStepDays.findIndex(([step]) => step === upTo)
  for (const [step, on, sets] of residentsStepDays.slice(0, last + 1))
    await at.happen('residentsElection', election, step, on, sets)
}
