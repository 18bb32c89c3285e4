import { asOf, type Case, everywhere, here, type ProcedureName, reason } from './ask.ts'
import { enterpriseDriveCases } from './enterprise-drive-cases.ts'
import { enterpriseRequestCases } from './enterprise-request-cases.ts'
import { enterpriseZoneCases } from './enterprise-zone-cases.ts'
import { peopleCases } from './people-cases.ts'
import type { Held } from './world.ts'

const person = 'people.person'
const organisation = 'organisation.party_organisation'
const unknownChange = { type: person, change: '999999' }
const rejected = { version: '0', reason }

const absorbing = (held: Held) => ({
  type: organisation,
  deed: 'absorb',
  onDate: '2018-07-01',
  ending: [{ id: held.branch, version: '0' }],
  lasting: [{ id: held.other, version: '0' }],
})
const many = (held: Held) => ({
  type: person,
  act: 'educated',
  onDate: '2018-07-01',
  sets: { education: '31' },
  records: [{ id: held.person, version: '0' }],
})
const two = (held: Held) => ({
  type: person,
  reason,
  kept: { id: held.person, version: '0' },
  given: { id: held.double, version: '0' },
})
const members = { figure: 'people.members', asOf }

/** Records that every place has, by type: one list and one page each. */
const kept: readonly (readonly [type: string, act: string, id: (held: Held) => string])[] = [
  ['organisation.place', 'renamed', (held) => held.place],
  [organisation, 'renamed', (held) => held.branch],
  ['organisation.council', 'renamed', (held) => held.council],
  [person, 'educated', (held) => held.person],
  ['people.party_post', 'duty_changed', (held) => held.partyPost],
  ['people.election', 'replanned', (held) => held.election],
  ['people.ballot', 'ruled', (held) => held.ballot],
  ['enterprise.request', 'amended', (held) => held.request],
]

export const cases: Readonly<Record<ProcedureName, Case>> = {
  'figures/catalogue': { permission: 'signed-in', asks: [{ nothing: {} }] },
  'figures/overview': { permission: 'figures.see_value', asks: [{ of: here }, { all: { asOf } }] },
  'figures/value': {
    permission: 'figures.see_value',
    asks: [{ of: (held) => ({ ...members, ...here(held) }) }, { all: members }],
  },
  'figures/rows': {
    permission: 'figures.see_rows',
    asks: [
      { of: (held) => ({ ...members, ...here(held) }), shows: everywhere },
      { all: members, shows: everywhere },
    ],
  },
  'figures/exportRows': {
    permission: 'figures.see_rows',
    asks: [
      { of: (held) => ({ ...members, ...here(held) }), shows: everywhere },
      { all: members, shows: everywhere },
    ],
  },
  'figures/breakdown': {
    permission: 'figures.see_value',
    asks: [
      { of: (held) => ({ ...members, ...here(held), by: 'place' }) },
      { all: { ...members, by: 'place' } },
    ],
  },
  'figures/byNode': {
    permission: 'figures.see_value',
    asks: [{ of: (held) => ({ ...members, ...here(held) }) }, { all: members }],
  },
  'figures/sheet': {
    permission: 'figures.see_value',
    asks: [{ of: (held) => ({ ...here(held), lines: [{ figure: 'people.members' }] }) }],
  },
  'figures/balance': {
    permission: 'figures.see_value',
    asks: [
      {
        of: (held) => ({
          node: held.place,
          period: { from: '2018-01-01', through: asOf },
          balance: 'organisation.organisations',
        }),
      },
    ],
  },
  'figures/explain': {
    permission: 'figures.see_rows',
    asks: [
      {
        of: (held) => ({
          figure: 'people.members',
          before: { node: held.place, asOf: '2009-01-01' },
          after: here(held),
        }),
        shows: everywhere,
      },
    ],
  },
  'records/list': {
    permission: 'records.see',
    asks: kept.flatMap(([type]) => [
      { all: { type, asOf, all: true }, shows: everywhere } as const,
      { of: (held: Held) => ({ type, all: true, ...here(held) }), shows: everywhere } as const,
    ]),
  },
  'records/search': {
    permission: 'records.see',
    asks: [
      { all: { find: '甪', asOf }, shows: everywhere },
      { of: (held) => ({ find: held.canary, asOf }), shows: everywhere },
    ],
  },
  'records/get': {
    permission: 'records.see',
    asks: kept.map(([type, , id]) => ({
      of: (held: Held) => ({ type, id: id(held), asOf }),
      shows: everywhere,
    })),
  },
  'records/record': {
    permission: 'records.record',
    asks: kept.map(([type, act, id]) => ({
      of: (held: Held) => ({ ...rejected, type, id: id(held), act, onDate: asOf, sets: {} }),
    })),
  },
  'records/correct': {
    permission: 'records.correct',
    asks: kept.map(([type, , id]) => ({
      of: (held: Held) => ({ ...rejected, type, id: id(held), header: { invented: 'true' } }),
    })),
  },
  'records/remove': {
    permission: 'records.correct',
    asks: kept.map(([type, , id]) => ({ of: (held: Held) => ({ ...rejected, type, id: id(held) }) })),
  },
  'records/erase': {
    permission: 'records.erase',
    asks: [{ of: (held) => ({ type: person, id: held.spare, reason }) }],
  },
  'records/changes': { permission: 'records.see', asks: [{ all: { limit: 1000 }, shows: everywhere }] },
  'records/findings': { permission: 'records.see', asks: [{ all: { asOf } }, { of: here }] },
  'deeds/preview': { permission: 'records.record', asks: [{ of: absorbing }] },
  'deeds/perform': {
    permission: 'records.record',
    asks: [{ of: (held) => ({ ...absorbing(held) }) }],
  },
  'deeds/get': {
    permission: 'records.see',
    asks: [{ of: (held) => ({ type: organisation, deed: held.deed }), shows: everywhere }],
  },
  'deeds/correct': {
    permission: 'records.correct',
    asks: [
      {
        of: (held) => ({
          type: organisation,
          deed: held.deed,
          reason,
          documentNo: '街党〔2018〕1号',
        }),
      },
    ],
  },
  'deeds/lineage': {
    permission: 'records.see',
    asks: [{ of: (held) => ({ type: organisation, id: held.branch }), shows: everywhere }],
  },
  'bulk/select': {
    permission: 'records.see',
    asks: [
      { all: { type: person, asOf }, shows: everywhere },
      { of: (held) => ({ type: person, ...here(held) }), shows: everywhere },
    ],
  },
  'bulk/preview': { permission: 'records.record', asks: [{ of: many }] },
  'bulk/perform': {
    permission: 'records.record',
    asks: [{ of: (held) => ({ ...many(held) }) }],
  },
  'bulk/get': {
    permission: 'records.see',
    asks: [
      { of: (held) => ({ type: person, change: held.bulk }), shows: everywhere },
      { nothing: unknownChange },
    ],
  },
  'bulk/undoPreview': {
    permission: 'records.correct',
    asks: [{ of: (held) => ({ type: person, change: held.bulk }) }],
  },
  'bulk/undo': {
    permission: 'records.correct',
    asks: [{ of: (held) => ({ type: person, change: held.bulk, reason, seen: 'x' }) }],
  },
  'merge/alike': { permission: 'records.see', asks: [{ all: { type: person }, shows: everywhere }] },
  'apart/list': { permission: 'records.see', asks: [{ all: { type: person }, shows: everywhere }] },
  'apart/tell': {
    permission: 'records.correct',
    asks: [
      {
        of: (held) => ({
          type: person,
          reason,
          first: { id: held.person, version: '0' },
          second: { id: held.double, version: '0' },
        }),
      },
    ],
  },
  'apart/takeBack': {
    permission: 'records.correct',
    asks: [{ of: (held) => ({ type: person, change: held.apart, reason }) }],
  },
  'merge/preview': { permission: 'records.correct', asks: [{ of: two }] },
  'merge/perform': {
    permission: 'records.correct',
    asks: [{ of: (held) => ({ ...two(held), seen: 'x' }) }],
  },
  'merge/get': {
    permission: 'records.see',
    asks: [{ of: (held) => ({ type: person, change: held.merge }), shows: everywhere }],
  },
  'merge/undoPreview': {
    permission: 'records.correct',
    asks: [{ of: (held) => ({ type: person, change: held.merge }) }],
  },
  'merge/undo': {
    permission: 'records.correct',
    asks: [{ of: (held) => ({ type: person, change: held.merge, reason, seen: 'x' }) }],
  },
  'versions/compare': {
    permission: 'records.see',
    asks: kept.map(([type, , id]) => ({
      of: (held: Held) => ({ type, id: id(held), before: '999999' }),
      shows: everywhere,
    })),
  },
  'versions/restore': {
    permission: 'records.correct',
    asks: kept.map(([type, , id]) => ({
      of: (held: Held) => ({ ...rejected, type, id: id(held), from: '999999', parts: ['header:x'] }),
    })),
  },
  'records/reveal': {
    permission: 'records.reveal',
    asks: [{ of: (held) => ({ type: person, id: held.person, field: 'phone', reason }), reveals: ['phone'] }],
  },
  'personal/purposes': { permission: 'signed-in', asks: [{ nothing: {} }] },
  'retention/overview': { permission: 'retention.see', asks: [{ all: {} }] },
  'retention/reminder': { permission: 'retention.see', asks: [{ all: {} }] },
  'retention/batches': { permission: 'retention.see', asks: [{ all: {} }] },
  'retention/batch': { permission: 'retention.see', scope: 'place', asks: [{ nothing: {} }] },
  'retention/setPeriod': { permission: 'retention.prepare', scope: 'place', asks: [{ nothing: {} }] },
  'retention/hold': {
    permission: 'retention.prepare',
    asks: [{ of: (held) => ({ type: person, id: held.spare, reason, until: '2199-12-31' }) }],
  },
  'retention/lift': { permission: 'retention.prepare', scope: 'place', asks: [{ nothing: {} }] },
  'retention/propose': {
    permission: 'retention.prepare',
    asks: [{ of: (held) => ({ records: [{ type: person, id: held.spare }] }) }],
  },
  'retention/decide': { permission: 'retention.agree', scope: 'place', asks: [{ nothing: {} }] },
  'retention/proceed': { permission: 'retention.prepare', scope: 'place', asks: [{ nothing: {} }] },
  'retention/stop': { permission: 'retention.prepare', scope: 'place', asks: [{ nothing: {} }] },
  'backup/status': { permission: 'backup.keep', asks: [{ nothing: {} }] },
  'backup/begin': { permission: 'backup.keep', asks: [{ nothing: {} }] },
  'backup/check': { permission: 'backup.keep', asks: [{ nothing: { name: 'none' } }] },
  'backup/drill': { permission: 'backup.keep', asks: [{ nothing: { name: 'none' } }] },
  'backup/stop': { permission: 'backup.keep', asks: [{ nothing: {} }] },
  'backup/consequences': { permission: 'backup.keep', asks: [{ nothing: { backup: 'none' } }] },
  'backup/restores': { permission: 'backup.keep', asks: [{ nothing: {} }] },
  'backup/askRestore': { permission: 'backup.keep', asks: [{ nothing: { backup: 'none', reason } }] },
  'backup/restoresToDecide': { permission: 'backup.agree_restore', asks: [{ nothing: {} }] },
  'backup/decideRestore': {
    permission: 'backup.agree_restore',
    asks: [{ nothing: { id: 'none', agreed: true, reason } }],
  },
  'backup/beginRestore': { permission: 'backup.keep', asks: [{ nothing: { id: 'none', office: '' } }] },
  'clearExports/ask': {
    permission: 'ledgers.export_clear',
    asks: [{ of: (held) => ({ ledger: 'people.people', ...here(held), reason }) }],
  },
  'clearExports/own': { permission: 'ledgers.export_clear', asks: [{ all: {} }] },
  'clearExports/toDecide': { permission: 'ledgers.agree_export', asks: [{ all: {} }] },
  'clearExports/decide': { permission: 'ledgers.agree_export', scope: 'place', asks: [{ nothing: {} }] },
  'clearExports/take': { permission: 'ledgers.export_clear', scope: 'place', asks: [{ nothing: {} }] },
  'copies/copy': {
    permission: 'records.copy',
    asks: [
      {
        of: (held) => ({ type: person, id: held.person, reason }),
        shows: everywhere,
        reveals: ['phone', 'birth'],
      },
    ],
  },
  'copies/looks': {
    permission: 'records.copy',
    asks: [{ of: (held) => ({ type: person, id: held.person }), shows: everywhere }],
  },
  'audit/events': { permission: 'audit.see', asks: [{ nothing: {} }] },
  'audit/exportEvents': { permission: 'audit.see', asks: [{ nothing: {} }] },
  'access/signIn': { permission: 'public', asks: [{ nothing: { username: '', password: '' } }] },
  'access/signOut': { permission: 'signed-in', asks: [] },
  'access/me': { permission: 'signed-in', asks: [{ nothing: {} }] },
  'access/changePassword': { permission: 'signed-in', asks: [{ nothing: { current: 'x', next: 'x' } }] },
  'access/proveAgain': { permission: 'signed-in', asks: [{ nothing: { password: '' } }] },
  'access/sessions': { permission: 'signed-in', asks: [{ nothing: {} }] },
  'access/endOtherSessions': { permission: 'signed-in', asks: [{ nothing: {} }] },
  'access/endSession': { permission: 'signed-in', asks: [{ nothing: {} }] },
  'access/beginSecondFactor': { permission: 'signed-in', asks: [{ nothing: {} }] },
  'access/confirmSecondFactor': { permission: 'signed-in', asks: [{ nothing: {} }] },
  'access/renewRecoveryCodes': { permission: 'signed-in', asks: [{ nothing: {} }] },
  'access/removeSecondFactor': { permission: 'signed-in', asks: [{ nothing: {} }] },
  'access/provider': { permission: 'public', asks: [{ nothing: {} }] },
  'access/ownLink': { permission: 'signed-in', asks: [{ nothing: {} }] },
  'access/beginSingleSignOn': { permission: 'public', asks: [{ nothing: {} }] },
  'access/finishSingleSignOn': { permission: 'public', asks: [{ nothing: {} }] },
  'access/beginLink': { permission: 'signed-in', asks: [{ nothing: {} }] },
  'access/finishLink': { permission: 'signed-in', asks: [{ nothing: {} }] },
  'access/unlink': { permission: 'signed-in', asks: [{ nothing: {} }] },
  'access/beginProviderProof': { permission: 'signed-in', asks: [{ nothing: {} }] },
  'access/finishProviderProof': { permission: 'signed-in', asks: [{ nothing: {} }] },
  'access/demoAccounts': { permission: 'public', asks: [{ nothing: {} }] },
  'access/accountsList': { permission: 'access.see', asks: [{ nothing: {} }] },
  'access/accountsAdd': { permission: 'access.accounts', asks: [{ nothing: {} }] },
  'access/accountsGrantRole': { permission: 'access.manage', asks: [{ nothing: {} }] },
  'access/accountsEndRole': { permission: 'access.manage', asks: [{ nothing: {} }] },
  'access/accountsResetPassword': { permission: 'access.accounts', asks: [{ nothing: {} }] },
  'access/accountsResetSecondFactor': { permission: 'access.manage', asks: [{ nothing: {} }] },
  'access/accountsUnlink': { permission: 'access.accounts', asks: [{ nothing: {} }] },
  'access/accountsUnlock': { permission: 'access.manage', asks: [{ nothing: {} }] },
  'access/policy': { permission: 'access.see', asks: [{ nothing: {} }] },
  'access/setPolicy': { permission: 'access.manage', asks: [{ nothing: {} }] },
  'access/rolesCatalogue': { permission: 'access.see', asks: [{ nothing: {} }] },
  'access/accountsClose': { permission: 'access.accounts', asks: [{ nothing: {} }] },
  'access/accountsOpen': { permission: 'access.accounts', asks: [{ nothing: {} }] },
  'access/accountsEndSessions': { permission: 'access.accounts', asks: [{ nothing: {} }] },
  'access/accountHoldings': { permission: 'access.manage', asks: [{ nothing: {} }] },
  'access/grantsHere': { permission: 'access.see_here', asks: [{ all: {} }] },
  'access/ownRoles': { permission: 'signed-in', asks: [{ nothing: {} }] },
  'access/handOnChoices': { permission: 'signed-in', asks: [{ nothing: {} }] },
  'access/handOnRole': { permission: 'signed-in', asks: [{ nothing: {} }] },
  'access/takeBackRole': { permission: 'signed-in', asks: [{ nothing: {} }] },
  'access/accountPlaces': { permission: 'access.see', asks: [{ nothing: {} }] },
  'ledgers/catalogue': { permission: 'signed-in', asks: [{ nothing: {} }] },
  'ledgers/template': { permission: 'ledgers.import', asks: [{ nothing: { ledger: 'people.people' } }] },
  'ledgers/export': {
    permission: 'ledgers.export',
    asks: [
      { all: { ledger: 'people.people', asOf }, shows: everywhere },
      { of: (held) => ({ ledger: 'people.people', ...here(held) }), shows: everywhere },
    ],
  },
  'ledgers/exportList': {
    permission: 'ledgers.export',
    asks: [
      { all: { type: person, asOf }, shows: everywhere },
      { of: (held) => ({ type: person, ...here(held) }), shows: everywhere },
    ],
  },
  'ledgers/check': { permission: 'ledgers.import', scope: 'place', asks: [{ nothing: {} }] },
  'ledgers/map': {
    permission: 'ledgers.import',
    scope: 'place',
    asks: [{ nothing: { id: 'x', sheets: [] } }],
  },
  'ledgers/commit': { permission: 'ledgers.import', scope: 'place', asks: [{ nothing: { id: 'x' } }] },
  'ledgers/countFigures': {
    permission: 'ledgers.import',
    scope: 'place',
    asks: [{ nothing: { id: 'x', asOf } }],
  },
  'ledgers/stopCounting': { permission: 'ledgers.import', scope: 'place', asks: [{ nothing: { id: 'x' } }] },
  'ledgers/progress': { permission: 'ledgers.import', scope: 'place', asks: [{ nothing: { id: 'x' } }] },
  'ledgers/errors': { permission: 'ledgers.import', scope: 'place', asks: [{ nothing: { id: 'x' } }] },
  'ledgers/imports': { permission: 'ledgers.import', asks: [{ all: {} }] },
  'ledgers/undoPreview': { permission: 'ledgers.import', scope: 'place', asks: [{ nothing: { id: 'x' } }] },
  'ledgers/undo': { permission: 'ledgers.import', scope: 'place', asks: [{ nothing: { id: 'x' } }] },
  'ledgers/undoing': { permission: 'ledgers.import', scope: 'place', asks: [{ nothing: { id: 'x' } }] },
  'ledgers/stopUndoing': { permission: 'ledgers.import', scope: 'place', asks: [{ nothing: { id: 'x' } }] },
  'ledgers/stop': { permission: 'ledgers.import', scope: 'place', asks: [{ nothing: { id: 'x' } }] },
  'organisation/fourInOneTree': {
    permission: 'organisation.see',
    asks: [
      { all: { asOf }, shows: everywhere },
      { of: here, shows: everywhere },
    ],
  },
  'organisation/partyLine': { permission: 'organisation.see', asks: [{ all: { asOf }, shows: everywhere }] },
  ...peopleCases,
  ...enterpriseDriveCases,
  ...enterpriseZoneCases,
  ...enterpriseRequestCases,
}
