import { type Text, text } from '../../../../../../platform/text.ts'

/** The steps of a residents' election in their order; every one of them is an act of the record. */
export const residentsSteps = [
  'planned',
  'committee_chosen',
  'list_published',
  'candidates_checked',
  'relatives_checked',
  'held',
  'announced',
  'confirmed',
  'handed_over',
] as const
export type ResidentsStepKind = (typeof residentsSteps)[number]

export const residentsStepWords = {
  planned: text('列入换届计划', 'Plan'),
  committee_chosen: text('推选选举委员会', 'The election committee is chosen'),
  list_published: text('公布选民名单', 'Publish the voter list'),
  candidates_checked: text('核对候选人资格', 'Check who may stand'),
  relatives_checked: text('核对近亲属回避', 'Check for near relatives'),
  held: text('投票选举', 'Hold the election'),
  announced: text('公开计票、当场公布', 'Count in the open and announce on the spot'),
  confirmed: text('确认选举结果', 'Confirm the outcome'),
  handed_over: text('完成工作移交', 'Hand over to the new committee'),
} as const satisfies Record<ResidentsStepKind, Text>
