import { type Day, day } from '../src/platform/values/day.ts'

/** A figure with what it takes, asked at the street. */
export type FactQuestion = {
  readonly figure: string
  readonly asOf?: Day
  readonly period?: { readonly from: Day; readonly through: Day }
  /** The part of what is expected that this figure answers; without it, all of it. */
  readonly part?: string
  /** The other figure of a difference. */
  readonly less?: string
}

/** A figure of the report of 29 July 2018, and what must be true of the computed value. */
export type Fact = {
  readonly fact: string
  readonly reported: string
  readonly expect: Readonly<Record<string, string | number | boolean>>
  /** Empty while no area computes it. */
  readonly computedBy: readonly FactQuestion[]
}

/** The report’s 今年来. */
const thisYear = { from: day('2018-01-01'), through: day('2018-07-29') }
/** The report’s 去年以来. */
const sinceLastYear = { from: day('2017-01-01'), through: day('2018-07-29') }

export const facts: readonly Fact[] = [
  {
    fact: 'F1',
    reported: '9',
    expect: { eq: 9 },
    computedBy: [{ figure: 'organisation.community_organisations', asOf: day('2018-06-30') }],
  },
  {
    fact: 'F2',
    reported: '73',
    expect: { eq: 73 },
    computedBy: [{ figure: 'organisation.member_units', asOf: day('2018-07-29') }],
  },
  { fact: 'F3', reported: '16', expect: { eq: 16 }, computedBy: [] },
  {
    fact: 'F4',
    reported: 'new force in the 16 teams',
    expect: { eq: 32, each_team_at_least: 1 },
    computedBy: [],
  },
  {
    fact: 'F5',
    reported: 'almost every month',
    expect: { fairs: 6, months_with: 6, months: 7 },
    computedBy: [],
  },
  {
    fact: 'F6',
    reported: "Dingfeng Group, Hong'ai Hospital, Vanke Meisha Education and others",
    expect: { eq: 3 },
    computedBy: [],
  },
  {
    fact: 'F7',
    reported: 'full coverage',
    expect: { percent: 100, census_closed: true },
    computedBy: [
      { figure: 'enterprise.drive_today_coverage', part: 'percent', asOf: day('2018-06-29') },
      { figure: 'enterprise.drives_with_open_census', part: 'census_closed', asOf: day('2018-06-29') },
    ],
  },
  {
    fact: 'F8',
    reported: '5',
    expect: { eq: 5 },
    computedBy: [{ figure: 'organisation.non_public_shells_dissolved', period: sinceLastYear }],
  },
  {
    fact: 'F9',
    reported: '9',
    expect: { eq: 9 },
    computedBy: [{ figure: 'organisation.non_public_formed', period: sinceLastYear }],
  },
  {
    fact: 'F10',
    reported: '50',
    expect: { eq: 50 },
    computedBy: [{ figure: 'people.committee_elected', asOf: day('2018-06-30') }],
  },
  {
    fact: 'F11',
    reported: '38.3',
    expect: { eq: '38.3' },
    computedBy: [{ figure: 'people.committee_elected_mean_age', asOf: day('2018-06-30') }],
  },
  {
    fact: 'F12',
    reported: 'all junior college or above',
    expect: { percent: 100 },
    computedBy: [{ figure: 'people.committee_elected_junior_college_share', asOf: day('2018-06-30') }],
  },
  {
    fact: 'F13',
    reported: 'better structure than the previous term',
    expect: { mean_age_difference: '<0', higher_education_difference: '>0' },
    computedBy: [
      {
        figure: 'people.committee_elected_mean_age',
        less: 'people.committee_previous_mean_age',
        part: 'mean_age_difference',
        asOf: day('2018-06-30'),
      },
      {
        figure: 'people.committee_elected_junior_college_share',
        less: 'people.committee_previous_junior_college_share',
        part: 'higher_education_difference',
        asOf: day('2018-06-30'),
      },
    ],
  },
  {
    fact: 'F14',
    reported: '27',
    expect: { eq: 27 },
    computedBy: [{ figure: 'people.posts_filled', asOf: day('2018-07-29') }],
  },
  {
    fact: 'F15',
    reported: '9 x (1+1+1)',
    expect: { eq: 9, of: 9 },
    computedBy: [
      { figure: 'people.communities_staffed', part: 'eq', asOf: day('2018-07-29') },
      { figure: 'people.communities', part: 'of', asOf: day('2018-07-29') },
    ],
  },
  { fact: 'F16', reported: '70% and more', expect: { percent: 72 }, computedBy: [] },
  { fact: 'F17', reported: '2331 mu', expect: { mu: '2331.00' }, computedBy: [] },
  {
    fact: 'F18',
    reported: 'exceeded the target 3.7 times',
    expect: { completed_over_target: '3.7', exceeded_over_target: '2.7' },
    computedBy: [],
  },
  { fact: 'F19', reported: '83 000 m2', expect: { m2: '83000.00' }, computedBy: [] },
  { fact: 'F20', reported: '3 months', expect: { days: 88, within_months: 3 }, computedBy: [] },
  { fact: 'F21', reported: 'more than 10', expect: { eq: 12 }, computedBy: [] },
  { fact: 'F22', reported: 'branches on projects', expect: { eq: 12, of: 12 }, computedBy: [] },
  {
    fact: 'F23',
    reported: '16',
    expect: { eq: 16 },
    computedBy: [{ figure: 'people.temporary_members', asOf: day('2018-06-29') }],
  },
  {
    fact: 'F24',
    reported: 'nearly 300 in under a month',
    expect: { eq: 297, last_day_before: '2018-07-29' },
    computedBy: [],
  },
  {
    fact: 'F25',
    reported: '4',
    expect: { eq: 4 },
    computedBy: [{ figure: 'enterprise.zones', asOf: day('2018-07-29') }],
  },
  {
    fact: 'F26',
    reported: '25',
    expect: { eq: 25 },
    computedBy: [{ figure: 'enterprise.zone_leaders', asOf: day('2018-07-29') }],
  },
  {
    fact: 'F27',
    reported: 'over 120',
    expect: { eq: 126 },
    computedBy: [{ figure: 'enterprise.members_paired', asOf: day('2018-07-29') }],
  },
  {
    fact: 'F28',
    reported: '8',
    expect: { eq: 8 },
    computedBy: [{ figure: 'enterprise.instructors', asOf: day('2018-07-29') }],
  },
  {
    fact: 'F29',
    reported: '3',
    expect: { eq: 3 },
    computedBy: [{ figure: 'enterprise.joint_departments', asOf: day('2018-07-29') }],
  },
  {
    fact: 'F30',
    reported: '5',
    expect: { eq: 5 },
    computedBy: [{ figure: 'enterprise.improved_above_scale', period: thisYear }],
  },
  {
    fact: 'F31',
    reported: '22 billion yuan',
    expect: { yuan: '22000000000.00' },
    computedBy: [{ figure: 'enterprise.capital_assisted', period: thisYear }],
  },
  {
    fact: 'F32',
    reported: 'over 150',
    expect: { eq: 156 },
    computedBy: [{ figure: 'enterprise.companies_with_problem_solved', period: thisYear }],
  },
  {
    fact: 'F33',
    reported: 'trainings, job fairs and more',
    expect: { trainings: 4, job_fairs: 6 },
    // Job fairs come with the partners' area.
    computedBy: [{ figure: 'enterprise.trainings', part: 'trainings', period: thisYear }],
  },
]
