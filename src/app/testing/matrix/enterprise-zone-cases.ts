import { asOf, type Case, everywhere, here, type ProcedureName } from './ask.ts'

const permission = 'enterprise.see'

export const enterpriseZoneCases: Readonly<
  Record<
    Extract<
      ProcedureName,
      'enterprise/zones' | 'enterprise/pairing' | 'enterprise/companies' | 'enterprise/company'
    >,
    Case
  >
> = {
  'enterprise/zones': {
    permission,
    asks: [
      { all: { asOf }, shows: everywhere },
      { of: here, shows: everywhere },
    ],
  },
  'enterprise/pairing': {
    permission,
    asks: [
      { all: { asOf }, shows: everywhere },
      { of: here, shows: everywhere },
    ],
  },
  'enterprise/companies': {
    permission,
    asks: [
      { all: { asOf, which: 'all' }, shows: everywhere },
      { of: (held) => ({ ...here(held), which: 'all' }), shows: everywhere },
    ],
  },
  'enterprise/company': {
    permission,
    asks: [{ of: (held) => ({ id: held.company, asOf }), shows: everywhere }],
  },
}
