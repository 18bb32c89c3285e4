import { asOf, type Case, everywhere, here, type ProcedureName, reason } from './ask.ts'
import type { Held, Spot } from './world.ts'

const communities: readonly Spot[] = ['east', 'west']
const confirmation = (held: Held) => ({ id: held.election, version: '0', onDate: '2018-07-01' })
const residentsConfirmation = (held: Held) => ({
  id: held.residentsElection,
  version: '0',
  onDate: '2026-07-01',
})

export const peopleCases: Readonly<Record<Extract<ProcedureName, `people/${string}`>, Case>> = {
  'people/election': {
    permission: 'people.see',
    asks: [{ of: (held) => ({ id: held.election }), shows: everywhere }],
  },
  'people/prepareBallot': {
    permission: 'people.record',
    asks: [
      {
        of: (held) => ({
          election: held.election,
          contest: 'committee',
          vote: 'first',
          seats: 3,
          onDate: '1990-01-01',
          candidates: [held.person],
        }),
      },
    ],
  },
  'people/placeCandidates': {
    permission: 'people.record',
    asks: [
      {
        of: (held) => ({
          id: held.ballot,
          onDate: '2018-06-12',
          order: [held.person],
        }),
      },
    ],
  },
  'people/recordCount': {
    permission: 'people.record',
    asks: [
      {
        of: (held) => ({
          id: held.ballot,
          version: '0',
          onDate: '2018-06-20',
          due: 5,
          present: 5,
          issued: 5,
          returned: 5,
          void: 0,
          candidates: [{ personId: held.person, for: 5, against: 0, abstain: 0 }],
          writeIns: [],
        }),
      },
    ],
  },
  'people/previewConfirmation': { permission: 'people.confirm', asks: [{ of: confirmation }] },
  'people/confirmElection': {
    permission: 'people.confirm',
    asks: [{ of: (held) => ({ ...confirmation(held) }) }],
  },
  'people/previewUndoConfirmation': {
    permission: 'people.confirm',
    asks: [{ of: (held) => ({ id: held.election }) }],
  },
  'people/undoConfirmation': {
    permission: 'people.confirm',
    asks: [{ of: (held) => ({ id: held.election, reason }) }],
  },
  'people/residentsElection': {
    permission: 'people.see',
    asks: [{ of: (held) => ({ id: held.residentsElection }), at: communities, shows: communities }],
  },
  'people/prepareResidentsBallot': {
    permission: 'people.record',
    asks: [
      {
        at: communities,
        of: (held) => ({
          election: held.residentsElection,
          contest: 'member',
          vote: 'first',
          seats: 3,
          onDate: '1990-01-01',
          candidates: [{ personId: held.person, nominatedBy: 'party_organisation' }],
        }),
      },
    ],
  },
  'people/placeResidentsCandidates': {
    permission: 'people.record',
    asks: [
      { of: (held) => ({ id: held.residentsBallot, onDate: '2026-06-12', order: [] }), at: communities },
    ],
  },
  'people/recordResidentsCount': {
    permission: 'people.record',
    asks: [
      {
        at: communities,
        of: (held) => ({
          id: held.residentsBallot,
          version: '0',
          onDate: '2026-06-20',
          entitled: 5,
          participants: 5,
          issued: 5,
          returned: 5,
          void: 0,
          proxies: 0,
          mostProxies: 0,
          candidateProxies: 0,
          unwrittenProxies: 0,
          candidates: [{ personId: held.person, for: 5 }],
          writeIns: [],
        }),
      },
    ],
  },
  'people/previewResidentsConfirmation': {
    permission: 'people.confirm',
    asks: [{ of: residentsConfirmation, at: communities }],
  },
  'people/confirmResidentsElection': {
    permission: 'people.confirm',
    asks: [{ of: residentsConfirmation, at: communities }],
  },
  'people/previewUndoResidents': {
    permission: 'people.confirm',
    asks: [{ of: (held) => ({ id: held.residentsElection }), at: communities }],
  },
  'people/undoResidents': {
    permission: 'people.confirm',
    asks: [{ of: (held) => ({ id: held.residentsElection, reason }), at: communities }],
  },
  'people/committees': {
    permission: 'people.see',
    asks: [{ all: { asOf } }, { of: here, shows: ['east', 'west'] }],
  },
  'people/terms': {
    permission: 'people.see',
    asks: [
      { all: { asOf }, shows: everywhere },
      { of: here, shows: everywhere },
    ],
  },
  'people/staffing': { permission: 'people.see', asks: [{ all: { asOf } }, { of: here }] },
}
