import { type Text, text } from '../../../../../platform/text.ts'
import type { ElectionStep } from './election-steps.ts'

export const stepWords = {
  planned: text('列入换届计划', 'Plan'),
  requested: text('报送选举请示', 'Request the election'),
  approved: text('上级批复', 'Reply of the higher organisation'),
  candidates_requested: text('报送候选人预备人选请示', 'Request approval of the nominees'),
  candidates_approved: text('批复候选人预备人选', 'Reply on the nominees'),
  held: text('召开选举会议', 'Hold the election'),
  reported: text('上报选举结果', 'Report the result'),
  confirmed: text('确认选举结果', 'Confirm the outcome'),
} as const satisfies Record<ElectionStep, Text>
