import { asOf, type Case, everywhere, here } from './ask.ts'

type Name = 'requests' | 'request' | 'submission' | 'takeUp'

/** What companies send lies with the street alone, so here only the doors are tried; who sees it is in submissions.test.ts. */
const nowhere = { id: '01900000-0000-7000-8000-000000000000' }

export const enterpriseRequestCases: Readonly<Record<`enterprise/${Name}`, Case>> = {
  'enterprise/requests': {
    permission: 'enterprise.see',
    asks: [
      { all: { asOf }, shows: everywhere },
      { of: here, shows: everywhere },
    ],
  },
  'enterprise/request': {
    permission: 'enterprise.see',
    asks: [{ of: (held) => ({ id: held.request }), shows: everywhere }],
  },
  'enterprise/submission': { permission: 'enterprise.see', scope: 'place', asks: [{ nothing: nowhere }] },
  'enterprise/takeUp': {
    permission: 'enterprise.record',
    scope: 'place',
    asks: [{ nothing: { ...nowhere, number: 'S-1', kind: 'other' } }],
  },
}
