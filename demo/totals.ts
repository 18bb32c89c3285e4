import { type Day, day } from '../src/platform/values/day.ts'

export type DemoCommunity = {
  readonly code: string
  readonly name: string
  readonly organisation: '611' | '621'
}

/** A unit that the report names. It carries what the report states and nothing more. */
export type ReportedUnit = {
  readonly name: string
  /** The community in whose council the report has it, and since when. */
  readonly seat?: { readonly community: string; readonly since: Day }
}

/** What a demonstration is made from: everything else follows from the seed. */
export type DemoTotals = {
  readonly seed: number
  /** The day on which the workbooks were kept last. */
  readonly asOf: Day
  readonly street: { readonly code: string; readonly name: string; readonly party: string }
  readonly communities: readonly DemoCommunity[]
  readonly compoundsEach: readonly [least: number, most: number]
  readonly buildingsEach: readonly [least: number, most: number]
  readonly stairwellsEach: readonly [least: number, most: number]
  /** Shares of compounds with a branch, and of their stairwells with a group. */
  readonly compoundCoverage: number
  readonly stairwellCoverage: number
  readonly unitBranches: number
  /** What happened to branches in units while those of non-public ones were adjusted. */
  readonly adjusted: {
    /** Dissolved as empty shells. */
    readonly shells: number
    /** Merged two by two into one new branch. */
    readonly mergers: number
    /** Absorbed by a branch that goes on. */
    readonly absorbed: number
    /** Made joint branches. */
    readonly reclassified: number
    /** Founded by several units together. */
    readonly joint: number
    /** Founded anew in one unit. */
    readonly anew: number
  }
  /** The committees of the communities: their elections, and the sum of the elected members’ completed years on a day. */
  readonly boards: {
    readonly seats: number
    readonly agesOn: Day
    readonly sumOfAges: number
    /** The months of the election and of the one before. */
    readonly elected: Day
    readonly before: Day
  }
  /** The companies that the office serves, and the drive for branches in those of the internet. */
  readonly companies: {
    readonly served: number
    readonly listedOn: Day
    readonly aboveScale: number
    readonly internet: number
    /** How many of the internet meet the three haves, and how many of them had a branch on the day of the launch. */
    readonly qualifying: number
    readonly coveredAtLaunch: number
    readonly drive: {
      readonly code: string
      readonly launched: Day
      readonly days: number
      readonly censusClosed: Day
    }
    /** How many of those above scale founded a branch with the office's help. */
    readonly improved: number
  }
  readonly outcomes: {
    /** By how much the capital of a company grew with assistance; of an invented company where none is named. */
    readonly capitalIncrease: { readonly company: string | null; readonly yuan: string; readonly on: Day }
    readonly financings: number
    readonly hirings: number
    readonly trainings: number
    readonly trainingsFrom: Day
  }
  /** Who serves the companies since the leading group was set up, and what they asked for. */
  readonly service: {
    readonly since: Day
    readonly zones: number
    /** Leaders of the subdistrict; the heads of the communities come on top. */
    readonly streetLeaders: number
    readonly paired: number
    readonly instructors: number
    readonly contacts: number
    readonly requestsFrom: Day
    /** Distinct companies with a problem of the three kinds solved, and how many of them had a second one. */
    readonly solved: number
    readonly second: number
  }
  /** Members of a branch of a compound or unit. */
  readonly membersEach: readonly [least: number, most: number]
  /** Members assigned to each temporary branch that the report names. */
  readonly temporaryMembers: number
  readonly legalPersons: number
  /** Distinct units with a seat in force on `asOf`, and how many of them sit in a second council. */
  readonly memberUnits: number
  readonly secondSeats: number
  /** Seats given up before `asOf`. */
  readonly seatsLeft: number
  readonly reported: {
    readonly units: readonly ReportedUnit[]
    readonly compounds: readonly { readonly name: string; readonly community: string }[]
    readonly temporaryBranches: readonly {
      readonly name: string
      readonly compound: string
      readonly since: Day
    }[]
  }
}

/** Jinshan subdistrict, July 2018. Area codes: domain C2. */
export const jinshan: DemoTotals = {
  seed: 20_180_729,
  asOf: day('2018-07-29'),
  street: { code: '350206005000', name: '金山街道', party: '中共厦门市湖里区金山街道工作委员会' },
  communities: [
    { code: '350206005013', name: '高林社区', organisation: '611' },
    { code: '350206005014', name: '五通社区', organisation: '621' },
    { code: '350206005015', name: '后坑社区', organisation: '611' },
    { code: '350206005021', name: '金山社区', organisation: '611' },
    { code: '350206005022', name: '金林社区', organisation: '621' },
    { code: '350206005023', name: '金安社区', organisation: '611' },
    { code: '350206005024', name: '湖边社区', organisation: '621' },
    { code: '350206005025', name: '金湖社区', organisation: '621' },
    { code: '350206005026', name: '金海社区', organisation: '611' },
  ],
  compoundsEach: [8, 14],
  buildingsEach: [2, 6],
  stairwellsEach: [1, 4],
  compoundCoverage: 0.85,
  stairwellCoverage: 0.6,
  unitBranches: 18,
  // Nine formed: three of mergers, two joint ones, two re-classified and two anew.
  adjusted: { shells: 5, mergers: 3, absorbed: 1, reclassified: 2, joint: 2, anew: 2 },
  // Four committees of five and five of six; fifty ages that sum to 1915 are 38.3 on average.
  boards: {
    seats: 50,
    agesOn: day('2018-06-30'),
    sumOfAges: 1915,
    elected: day('2018-06-01'),
    before: day('2015-06-01'),
  },
  companies: {
    served: 210,
    listedOn: day('2018-01-02'),
    aboveScale: 14,
    internet: 42,
    qualifying: 15,
    coveredAtLaunch: 6,
    // The hundredth day is 29 June 2018.
    drive: {
      code: 'GJ-2018-01',
      launched: day('2018-03-22'),
      days: 100,
      censusClosed: day('2018-06-26'),
    },
    improved: 5,
  },
  outcomes: {
    capitalIncrease: { company: '中金启融', yuan: '22000000000', on: day('2018-06-15') },
    financings: 7,
    hirings: 6,
    trainings: 4,
    trainingsFrom: day('2018-03-14'),
  },
  // Sixteen leaders of the subdistrict and nine heads of communities are twenty-five.
  service: {
    since: day('2018-04-10'),
    zones: 4,
    streetLeaders: 16,
    paired: 126,
    instructors: 8,
    contacts: 90,
    requestsFrom: day('2018-01-15'),
    solved: 156,
    second: 11,
  },
  membersEach: [3, 12],
  temporaryMembers: 16,
  legalPersons: 120,
  memberUnits: 73,
  secondSeats: 11,
  seatsLeft: 8,
  reported: {
    units: [
      { name: '厦门万科', seat: { community: '350206005023', since: day('2018-07-16') } },
      { name: '鼎峰集团' },
      { name: '弘爱医院' },
      { name: '万科梅沙教育' },
      { name: '中金启融' },
    ],
    compounds: [{ name: '金林湾花园', community: '350206005013' }],
    temporaryBranches: [
      { name: '金林湾花园返迁临时党支部', compound: '金林湾花园', since: day('2018-06-29') },
    ],
  },
}
