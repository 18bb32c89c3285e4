import type { Act } from './acts.ts'
import type { ModelType } from './life.ts'
import { creditCode } from './credit-code.ts'

/** The id of a beginning that was done before, by its name. */
type Known = (name: string) => string
type Beginning = readonly [name: string, act: (id: Known) => Act]

/** What every office of the tests begins with: a street of two communities, and one of everything that can be moved. */
export const beginnings: readonly Beginning[] = [
  place('街道', 'P0', 'street'),
  place('东社区', 'P1', 'community', '街道'),
  place('西社区', 'P2', 'community', '街道'),
  place('东园', 'P3', 'compound', '东社区'),
  place('1号楼', 'P4', 'building', '东园'),
  place('1单元', 'P5', 'stairwell', '1号楼'),
  organisation('党工委', 'Z0', '610', 'street', '街道'),
  organisation('东社区党委', 'Z1', '611', 'community', '东社区', '党工委'),
  organisation('东园党支部', 'Z2', '631', 'compound', '东园', '东社区党委'),
  organisation('1号楼党小组', 'Z3', '641', 'stairwell', '1号楼', '东园党支部'),
  [
    '示例单位',
    () =>
      established(
        'person',
        { name: '示例单位', address: null, state: 'operating' },
        { credit_code: creditCode(0), kind: 'organ' },
      ),
  ],
  council('街道大党工委', 'D1', 'street_council', '街道'),
  council('东社区大党委', 'D0', 'community_council', '东社区'),
  seat('街道大党工委'),
  seat('东社区大党委'),
]

function established(
  type: ModelType,
  sets: Record<string, string | null>,
  header: Record<string, string>,
  day = '2015-03-31',
): Act {
  return { do: 'establish', type, day, sets, header }
}

function place(name: string, code: string, kind: string, parent?: string): Beginning {
  return [name, (id) => established('place', { name, code, parent_id: parent ? id(parent) : null }, { kind })]
}

function organisation(
  name: string,
  code: string,
  kind: string,
  founded_in: string,
  at: string,
  parent?: string,
): Beginning {
  const header = { code, contact_name: `${name}联系人`, contact_phone: '13800000000' }
  return [
    name,
    (id) =>
      established(
        'organisation',
        {
          name,
          kind,
          founded_in,
          parent_id: parent ? id(parent) : null,
          seat_id: id(at),
          unit_id: null,
          purpose: null,
          expected_end: null,
          term_from: null,
          term_years: null,
          occasion: null,
        },
        header,
        '2015-04-01',
      ),
  ]
}

function council(name: string, code: string, kind: string, at: string): Beginning {
  return [name, (id) => established('council', { name, kind, place_id: id(at), lead_id: null }, { code })]
}

/** The one unit sits in both councils, and counts once in the street. */
function seat(of: string): Beginning {
  return [
    `${of}席位`,
    (id) => established('seat', { council_id: id(of), unit_id: id('示例单位') }, {}, '2015-12-31'),
  ]
}
