import { legalPersonKinds } from '../src/areas/organisation/terms.ts'
import { type CreditCode, makeCreditCode } from '../src/platform/values/credit-code.ts'
import { dayBetween } from './days.ts'
import type { Row } from './make-places.ts'
import type { InventedKind, InventedNames } from './names.ts'
import type { Random } from './random.ts'
import type { DemoTotals, ReportedUnit } from './totals.ts'

export type DemoUnit = {
  readonly code: CreditCode
  readonly name: string
  readonly kind: InventedKind | 'other'
  readonly reported: ReportedUnit | null
}
export type DemoUnits = { readonly rows: readonly Row[]; readonly units: readonly DemoUnit[] }

/** Authority and kind of body: the first two characters of a credit code (GB 32100-2015). */
const codeHeads = {
  organ: ['1', '1'],
  institution: ['1', '2'],
  state_owned: ['9', '1'],
  non_public: ['9', '1'],
  social_organisation: ['5', '1'],
  other: ['9', '1'],
} as const satisfies Record<DemoUnit['kind'], readonly [string, string]>

const mix: readonly InventedKind[] = [
  'non_public',
  'non_public',
  'non_public',
  'non_public',
  'non_public',
  'institution',
  'institution',
  'organ',
  'state_owned',
  'social_organisation',
]

/** The register of legal persons. Every credit code is fictitious, also of units that exist: its body begins with XX, which is given to nobody. */
export function makeUnits(totals: DemoTotals, random: Random, names: InventedNames): DemoUnits {
  const units: DemoUnit[] = []
  const rows: Row[] = []
  const add = (name: string, kind: DemoUnit['kind'], reported: ReportedUnit | null, begins: string) => {
    const [authority, body] = codeHeads[kind]
    const serial = `XX${String(random.between(0, 99)).padStart(2, '0')}${String(units.length + 1).padStart(4, '0')}`
    const code = makeCreditCode(authority, body, totals.street.code.slice(0, 6), serial)
    units.push({ code, name, kind, reported })
    rows.push({
      credit_code: code,
      name,
      kind: legalPersonKinds[kind].zh,
      state: '在营',
      invented: reported ? '否' : '是',
      begins,
    })
  }
  // The day on which the demonstration enters them; the report says nothing of their registration or nature.
  for (const reported of totals.reported.units) add(reported.name, 'other', reported, '2018-01-01')
  while (units.length < totals.legalPersons) {
    const kind = random.pick(mix)
    add(names.unit(kind), kind, null, dayBetween(random, '2004-01-01', '2016-12-31'))
  }
  return { rows, units }
}
