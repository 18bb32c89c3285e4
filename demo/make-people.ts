import { educations, memberCategories, sexes } from '../src/areas/people/terms.ts'
import { addDays, type Day } from '../src/platform/values/day.ts'
import { birthOf, type DemoBoards, joinedOn, makeBoards, type Register } from './make-boards.ts'
import type { DemoAct } from './make-life.ts'
import type { DemoOrganisations } from './make-organisations.ts'
import type { Row } from './make-places.ts'
import { registerNames } from './names.ts'
import { randomFrom } from './random.ts'
import type { DemoTotals } from './totals.ts'

export type DemoPeople = Omit<DemoBoards, 'life'> & {
  readonly people: readonly Row[]
  readonly assignments: readonly Row[]
  readonly life: readonly DemoAct[]
  /** Registers somebody who is no member, in a community or at the subdistrict where none is named; those stand in `people`. */
  readonly add: (home: string) => string
}

/** The members' register with everybody invented, the posts, and who takes part in temporary branches. */
export function makePeople(
  totals: DemoTotals,
  organisations: DemoOrganisations,
  acts: readonly DemoAct[],
  inCompanies: readonly { readonly code: string; readonly begins: Day }[],
): DemoPeople {
  // Numbers of its own: more people leave all else of the demo as it is.
  const random = randomFrom(totals.seed + 1)
  const name = registerNames(random)
  const people: Row[] = []
  const register = (person: Parameters<Register>[0], category: keyof typeof memberCategories = 'full') => {
    const code = `RY-${String(people.length + 1).padStart(5, '0')}`
    people.push({
      code,
      name: name(),
      sex: sexes[random.chance(0.45) ? '2' : '1'].zh,
      birth: person.birth,
      education: educations[person.education].zh,
      branch_id: person.branch,
      category: memberCategories[category].zh,
      joined_on: person.joined,
      home_id: '',
      phone: `000-${String(random.between(0, 99_999_999)).padStart(8, '0')}`,
      begins: person.begins,
      invented: '是',
    })
    return code
  }
  const { life, ...boards } = makeBoards(totals, organisations, random, register)

  const member = (branch: string, since: Day, category: keyof typeof memberCategories = 'full') => {
    const begins = addDays(since, random.between(0, 20))
    const birth = birthOf(random.between(26, 78), totals.asOf, random)
    return register(
      {
        birth,
        education: random.pick(['11', '14', '21', '21', '31', '31', '41', '61', '71', '32', '23'] as const),
        branch,
        begins,
        joined:
          category === 'full' ? joinedOn(birth, begins, random) : addDays(begins, -random.between(30, 300)),
      },
      category,
    )
  }
  const ended = new Set(acts.flatMap((act) => (act.does === 'dissolve' ? act.codes : [])))
  const branches = [
    ...organisations.compoundBranches,
    ...organisations.unitBranches.filter(({ code }) => !ended.has(code)),
    ...inCompanies,
  ]
  const residents: string[] = []
  for (const { code, begins } of branches) {
    const size = random.between(...totals.membersEach)
    for (let nth = 0; nth < size; nth += 1) residents.push(member(code, begins))
    const lately = addDays(totals.asOf, -200 - random.between(0, 60))
    if (random.chance(0.3)) member(code, begins < lately ? lately : begins, 'probationary')
  }
  const assignments = organisations.temporary.flatMap(({ code, begins }) =>
    random
      .shuffled(residents)
      .slice(0, totals.temporaryMembers)
      .map((person) => ({ person_id: person, organisation_id: code, begins, invented: '是' })),
  )
  const add = (home: string) => {
    const code = register({
      birth: birthOf(random.between(28, 55), totals.asOf, random),
      education: random.pick(['21', '31', '11'] as const),
      branch: '',
      begins: totals.service.since,
      joined: totals.service.since,
    })
    const person = people.pop() as Row
    people.push({ ...person, category: '', joined_on: '', home_id: home })
    return code
  }
  return { people, ...boards, assignments, life, add }
}
