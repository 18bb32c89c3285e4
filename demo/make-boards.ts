import { addDays, addYears, type Day } from '../src/platform/values/day.ts'
import { communityPosts, educations, gainings, partyPosts, workingTimes } from '../src/areas/people/terms.ts'
import type { DemoAct } from './make-life.ts'
import type { DemoOrganisations } from './make-organisations.ts'
import type { Row } from './make-places.ts'
import type { Random } from './random.ts'
import type { DemoCommunity, DemoTotals } from './totals.ts'

type Education = keyof typeof educations
/** Enters a person into the register and answers the number. */
export type Register = (person: {
  readonly birth: string
  readonly education: Education
  readonly branch: string
  readonly begins: Day
  readonly joined: Day
}) => string

export type DemoBoards = {
  readonly partyPosts: readonly Row[]
  readonly communityPosts: readonly Row[]
  readonly standards: readonly Row[]
  /** What a clerk did after the workbooks were in: the elections, and who went on. */
  readonly life: readonly DemoAct[]
}

const standardPosts = ['leader_in_charge', 'social_worker', 'assistant'] as const
const duties = [
  '组织委员',
  '宣传委员',
  '纪检委员',
  '群团委员',
  '社会事务委员',
  '统战委员',
  '青年委员',
] as const
const membersSince = '2014-01-15' as Day

/** The committees of the communities, elected and three years before, and the staff of each: as many as the totals say, of the ages that they say. */
export function makeBoards(
  totals: DemoTotals,
  { organisationOf, workersOf }: DemoOrganisations,
  random: Random,
  register: Register,
): DemoBoards {
  const { boards, communities, street } = totals
  const posts: Row[] = []
  const staff: Row[] = []
  const life: DemoAct[] = []
  const ages = agesOf(boards, random)
  const hold = (person: string, organisation: string, post: keyof typeof partyPosts, nth: number, row: Row) =>
    posts.push({
      person_id: person,
      organisation_id: organisation,
      post: partyPosts[post].zh,
      duty: post === 'member' ? (duties[nth % duties.length] as string) : '',
      gained: gainings.elected.zh,
      working_time: post === 'member' ? workingTimes.part_time.zh : workingTimes.full_time.zh,
      standing: '',
      rank: String(nth + 1),
      invented: '是',
      ...row,
    })
  communities.forEach((community, index) => {
    const organisation = organisationOf.get(community.code) as string
    const branch = workersOf.get(community.code) as string
    const seats = seatsOf(boards.seats, communities.length, index)
    const elected = addDays(boards.elected, 9 + random.between(0, 19))
    const before = addDays(boards.before, 9 + random.between(0, 19))
    const paper = (on: Day) => `${street.name.slice(0, 2)}演换届〔${on.slice(0, 4)}〕${index + 1}号`
    const enter = (age: number, on: Day, education: Education) => {
      const birth = birthOf(age, on, random)
      return register({
        birth,
        education,
        branch,
        begins: membersSince,
        joined: joinedOn(birth, membersSince, random),
      })
    }
    const lasting = random.between(2, 3)
    const present = Array.from({ length: seats }, () => {
      const age = ages.pop() as number
      return enter(age, boards.agesOn, random.pick(['31', '31', '21', '21', '21', '14'] as const))
    })
    // The last ones of the board before go on as members; the others left when it was elected anew.
    const stay = present.slice(-lasting)
    present.slice(0, seats - lasting).forEach((person, nth) =>
      hold(person, organisation, postOf(nth), nth, {
        won_on: elected,
        begins: elected,
        document: paper(elected),
      }),
    )
    stay.forEach((person, nth) =>
      hold(person, organisation, 'member', seats - lasting + nth, {
        won_on: before,
        begins: before,
        document: paper(before),
      }),
    )
    for (let nth = 0; nth < seats - lasting; nth += 1) {
      const left = enter(random.between(46, 58), before, random.pick(['31', '41', '41', '61', '21'] as const))
      const ends = { won_on: before, begins: before, ends: elected, document: paper(before) }
      hold(left, organisation, postOf(nth), nth, ends)
    }
    life.push(termAct(organisation, before, paper(before)), termAct(organisation, elected, paper(elected)))
    stay.forEach((person, nth) =>
      life.push({
        does: 'happen',
        type: 'people.party_post',
        key: [person, organisation, 'member'],
        act: 're_elected',
        sets: {
          gained: 'elected',
          won_on: elected,
          duty: duties[(seats - lasting + nth) % duties.length] as string,
          rank: String(seats - lasting + nth + 1),
        },
        onDate: elected,
        documentNo: paper(elected),
      }),
    )
    addStaff(community, present[1] as string, addDays(elected, 2))
  })

  function addStaff({ code }: DemoCommunity, inCharge: string, since: Day): void {
    const branch = workersOf.get(code) as string
    const holding = (person: string, post: (typeof standardPosts)[number], begins: Day, more: Row): Row => ({
      person_id: person,
      place_id: code,
      post: communityPosts[post].zh,
      duty: '',
      won_on: '',
      working_time: workingTimes.full_time.zh,
      rank: '',
      invented: '是',
      begins,
      ...more,
    })
    const employed = {
      gained: gainings.employed.zh,
      standing: '主要职务',
      contract_until: addYears(totals.asOf, 2),
    }
    staff.push(
      holding(inCharge, 'leader_in_charge', since, {
        gained: gainings.appointed.zh,
        standing: '兼任职务',
        contract_until: '',
      }),
    )
    for (const post of ['social_worker', 'assistant'] as const) {
      const begins = addDays('2017-02-01' as Day, random.between(0, 300))
      const birth = birthOf(random.between(24, 40), boards.agesOn, random)
      const person = register({
        birth,
        education: random.pick(['21', '31'] as const),
        branch,
        begins,
        joined: joinedOn(birth, begins, random),
      })
      staff.push(holding(person, post, begins, employed))
    }
  }

  return { partyPosts: posts, communityPosts: staff, standards: standards(), life }
}

const postOf = (nth: number) => (nth === 0 ? 'secretary' : nth === 1 ? 'deputy_secretary' : 'member')

/** As even as they can be, the larger committees last. */
const seatsOf = (seats: number, communities: number, index: number) =>
  Math.floor(seats / communities) + (index >= communities - (seats % communities) ? 1 : 0)

/** Ages that sum to what is asked for. */
function agesOf({ seats, sumOfAges }: DemoTotals['boards'], random: Random): number[] {
  const ages = Array.from({ length: seats }, () => random.between(27, 52))
  for (let sum = ages.reduce((a, b) => a + b, 0); sum !== sumOfAges; ) {
    const at = random.between(0, seats - 1)
    const step = sum < sumOfAges ? 1 : -1
    const next = (ages[at] as number) + step
    if (next < 25 || next > 56) continue
    ages[at] = next
    sum += step
  }
  return ages
}

/** A year and month of birth that makes this age on the day. */
export function birthOf(age: number, on: Day, random: Random): string {
  const month = random.between(1, 12)
  const year = Number(on.slice(0, 4)) - age - (month > Number(on.slice(5, 7)) ? 1 : 0)
  return `${year}-${String(month).padStart(2, '0')}`
}

/** Of age, and a full member by the day of the register. */
export function joinedOn(birth: string, register: Day, random: Random): Day {
  const ofAge = addYears(`${birth}-01` as Day, 19)
  const latest = addDays(register, -400)
  const joined = addDays(ofAge, random.between(0, 1500))
  return joined < latest ? joined : latest
}

const termAct = (code: string, onDate: Day, documentNo: string): DemoAct => ({
  does: 'happen',
  type: 'organisation.party_organisation',
  key: [code],
  act: 'term_began',
  sets: { term_from: onDate, term_years: '3' },
  onDate,
  documentNo,
})

const standards = (): Row[] =>
  standardPosts.map((post) => ({
    name: `每个社区1名${communityPosts[post].zh}`,
    post: communityPosts[post].zh,
    needed: '1',
    begins: '2017-01-01',
    document: '金山演〔2017〕1号',
  }))
