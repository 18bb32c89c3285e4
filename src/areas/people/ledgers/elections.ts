import { defineLedger } from '../../../platform/ledgers/ledger.ts'
import { text } from '../../../platform/text.ts'
import { ballotType, candidacyType, electionType } from '../records.ts'

const past = text(
  '导入的选举、投票和得票是照原件登记的以往选举：数字照原件填写，与规定不符的会提示，但照样登记。三张表可以放在一个工作簿里一次导入。',
  'What is imported are past elections as their papers have them: enter what they say; what breaks a rule is told, and entered all the same. The three sheets can be imported in one workbook.',
)

/** Elections: of the past, and on the way out those run here as well. */
export const electionsLedger = defineLedger({
  id: 'people.elections',
  type: electionType,
  sheet: text('党组织选举台账', 'Party elections'),
  begins: 'recorded',
  dayColumns: {
    begins: text('登记起始日期（以往的填选举日期）', 'Begun on (of a past one, the day of the election)'),
    ends: text('确认日期', 'Confirmed on'),
  },
  documentColumn: text('批复文号', 'Number of the reply'),
  columns: ['code', 'organisation_id', 'kind', 'term_no', 'seats', 'secretary_by', 'planned_on', 'invented'],
  fields: { code: { fold: 'code' }, organisation_id: { fold: 'code' } },
  notes: [
    past,
    text(
      '按步骤办理的选举只导出：确认日期不能在表中填写或改动。任职和任期在各自的台账登记。',
      'Elections run here are exported alone: the day of their confirmation is not entered or changed in a sheet. Posts and terms have ledgers of their own.',
    ),
  ],
})

/** Rounds of voting with the figures of the meeting: totals, and nobody's ballot. */
export const ballotsLedger = defineLedger({
  id: 'people.ballots',
  type: ballotType,
  sheet: text('选举投票结果台账', 'Results of ballots'),
  begins: 'recorded',
  dayColumns: {
    begins: text('准备日期（以往的填投票日期）', 'Prepared on (of a past one, the day of the vote)'),
  },
  columns: [
    'code',
    'election_id',
    'contest',
    'vote',
    'round',
    'seats',
    'voted_on',
    'due',
    'present',
    'issued',
    'returned',
    'void',
    'valid',
    'ruling',
    'settled',
    'invented',
  ],
  fields: { code: { fold: 'code' }, election_id: { fold: 'code' } },
  notes: [past],
})

export const candidaciesLedger = defineLedger({
  id: 'people.candidacies',
  type: candidacyType,
  sheet: text('候选人得票台账', 'Candidates and votes'),
  begins: 'recorded',
  dayColumns: {
    begins: text('列入名单日期（以往的填投票日期）', 'Listed on (of a past one, the day of the vote)'),
    ends: text('退出日期', 'Withdrew on'),
  },
  columns: [
    'ballot_id',
    'person_id',
    'way',
    'list_no',
    'votes_for',
    'votes_against',
    'abstentions',
    'stated',
  ],
  fields: { ballot_id: { fold: 'code' }, person_id: { fold: 'code' } },
  notes: [past],
})
