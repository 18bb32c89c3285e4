import { asOf, type Case, everywhere, here } from './ask.ts'

export const enterpriseRequestCases: Readonly<Record<'enterprise/requests' | 'enterprise/request', Case>> = {
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
}
