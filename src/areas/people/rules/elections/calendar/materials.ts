import { type Text, text } from '../../../../../platform/text.ts'

/** A paper of an election and the step of the calendar by which it is ready. */
export type Material = { readonly step: string; readonly name: Text }

/** By practice: what a Party election leaves in its file. */
export const partyMaterials: readonly Material[] = [
  { step: 'EL_REQUEST', name: text('换届选举请示', 'Request for the election') },
  { step: 'EL_REQUEST', name: text('上级批复', 'Reply of the higher organisation') },
  { step: 'EL_CAND', name: text('候选人预备人选请示', 'Request on the preliminary nominees') },
  { step: 'EL_CAND', name: text('候选人情况', 'Particulars of the candidates') },
  { step: 'EL_MEETING', name: text('工作报告', 'Work report') },
  { step: 'EL_MEETING', name: text('选举办法（草案）', 'Election measures (draft)') },
  { step: 'EL_MEETING', name: text('监票人、计票人名单', 'List of scrutineers and tellers') },
  { step: 'EL_MEETING', name: text('选票', 'Ballots') },
  { step: 'EL_MEETING', name: text('选举结果报告单', 'Report of the count') },
  { step: 'EL_MEETING', name: text('会议记录', 'Minutes') },
  { step: 'EL_REPORT', name: text('选举结果报告', 'Report of the result') },
]

/** By practice: the papers of a residents' election. */
export const residentsMaterials: readonly Material[] = [
  { step: 'RC_LIST', name: text('选民名单公告', 'Notice of the voter list') },
  { step: 'RC_ELECTION', name: text('委托书', 'Proxy forms') },
  { step: 'RC_ELECTION', name: text('选票', 'Ballots') },
  { step: 'RC_ELECTION', name: text('选举结果报告单', 'Report of the count') },
]
