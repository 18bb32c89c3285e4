import { type Text, text } from '../../../../platform/text.ts'
import type { Day } from '../../../../platform/values/day.ts'
import { inForce, type Spell, spell } from '../../../../platform/values/spell.ts'
import { instruments } from './instruments.ts'

/** A question of elections on which nothing is judged, said so that silence is not taken for approval. */
export type AbsentRule = {
  readonly id: string
  readonly concerns: 'party' | 'residents'
  readonly subject: Text
  /** The days for which it is absent. */
  readonly inForce: Spell
  readonly why: Text
}

const before2026 = spell('1949-10-01', '2026-01-01')
const textNotAtHand = text(
  '尚未取得修订前法律及地方选举办法的条文，请按当时的规定人工核对。',
  'The text of the law before its revision and of the local measures is not at hand: check by hand against the rules of that time.',
)
const notRead = text(
  '所据资料未作规定，请按当地选举办法办理，或请示上级。',
  'The sources at hand do not say: follow the local measures or ask the higher body.',
)

function residents(id: string, subject: Text, why = textNotAtHand, when: Spell = before2026): AbsentRule {
  return { id, concerns: 'residents', subject, inForce: when, why }
}

function party(id: string, subject: Text, when: Spell, why = notRead): AbsentRule {
  return { id, concerns: 'party', subject, inForce: when, why }
}

const since2026 = instruments.residents2025.inForce
const under1990 = instruments.party1990.inForce
const since2020 = instruments.party2020.inForce
const beforeTerms2018 = spell('1949-10-01', '2018-07-12')

export const absentRules: readonly AbsentRule[] = [
  residents(
    'RC-OLD-VALIDITY',
    text('居民委员会选举有效的参加人数', 'How many take part for a residents’ election to be valid'),
  ),
  residents(
    'RC-OLD-MAJORITY',
    text('居民委员会成员当选和另行选举的票数', 'Votes that elect, in the first vote and in a run-off'),
  ),
  residents(
    'RC-OLD-BALLOTS',
    text('居民委员会候选人名额、选票效力', 'Number of candidates and validity of ballots'),
  ),
  residents('RC-OLD-PROXIES', text('居民委员会选举的委托投票', 'Proxies in residents’ elections')),
  residents(
    'RC-OLD-LIST',
    text('居民委员会选举的选民名单公布和异议', 'Publishing the voter list and objecting to it'),
  ),
  residents(
    'RC-OLD-COMPOSITION',
    text(
      '居民委员会人数、妇女成员、近亲属回避和年龄',
      'Size, women, near relatives and age in a residents’ committee',
    ),
  ),
  residents(
    'RC-OLD-HANDOVER',
    text('居民委员会工作移交期限', 'Time for handing over to a new residents’ committee'),
  ),
  residents(
    'RC-TIE',
    text('居民委员会选举票数相等时的处理', 'Equal votes in a residents’ election'),
    notRead,
    since2026,
  ),
  residents(
    'RC-BALLOTS',
    text(
      '居民委员会选举中收回多于发出、选择过多的选票，以及另选他人',
      'Surplus ballots, ballots with too many choices and write-ins in a residents’ election',
    ),
    notRead,
    since2026,
  ),
  residents(
    'RC-SHIFT',
    text('居民委员会延期或提前换届的限度', 'How far a residents’ election may be put off or brought forward'),
    notRead,
    spell('1949-10-01', null),
  ),
  party(
    'EL1990-SURPLUS',
    text(
      '1990年规定的委员差额比例和书记等额选举',
      'Surplus of candidates, and equal numbers for secretaries, under the rules of 1990',
    ),
    under1990,
  ),
  party(
    'EL-CLOSE',
    text('当选人数“接近”应选名额的标准', 'When a number elected is “close to” the number of seats'),
    spell('1990-01-01', null),
    text(
      '规定没有给出数字，由选举人同意、上级把握。',
      'The regulations give no number: the voters consent and the higher organisation judges.',
    ),
  ),
  party(
    'EL-FURTHER',
    text('另行选举时的候选人差额', 'The surplus of candidates in another election for the seats left'),
    since2020,
  ),
  party(
    'TERM-OLD',
    text(
      '2018年7月12日前选出的社区以外党组织的任期',
      'Terms of Party organisations outside communities elected before 12 July 2018',
    ),
    beforeTerms2018,
    text(
      '当时的任期因组织而异，所据资料没有列出，请按批复填写。',
      'They differed at the time and the sources at hand do not list them: enter what the approval says.',
    ),
  ),
]

/** What is not judged for an election on a day. */
export function absentOn(concerns: AbsentRule['concerns'], on: Day): AbsentRule[] {
  return absentRules.filter((rule) => rule.concerns === concerns && inForce(rule.inForce, on))
}
