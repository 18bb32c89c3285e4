import { asOf, type Case, here } from './ask.ts'

export const enterpriseDriveCases: Readonly<Record<'enterprise/drive', Case>> = {
  'enterprise/drive': { permission: 'enterprise.see', asks: [{ of: here }, { all: { asOf } }] },
}
