import type { RuleSource } from '../../../../platform/rules/rule.ts'
import { type Text, text } from '../../../../platform/text.ts'

/** How long a step may take. 0 is the same day, or the first working day after a day off. */
export type ClockLength = { readonly amount: number; readonly unit: 'workingDay' | 'naturalDay' }

/** The steps of an appeal that have a clock: assign it, object to that, settle the objection, assist, answer the enterprise. */
export type ClockStep = 'assign' | 'object' | 'settle' | 'assist' | 'lead'

export type Clock = ClockLength & { readonly name: Text; readonly basis: Text }

/** The clocks by which an office works (时限). An office may have its own, by a document of its own. */
export type ClockSet = {
  readonly name: Text
  /** An instrument may block; what is read in a secondary account or is practice may only warn. */
  readonly source: RuleSource
  readonly clocks: Readonly<Record<ClockStep, Clock>>
  /** So many working days before the due day an extension has to be asked at the latest. */
  readonly extension: { readonly workingDaysBefore: number; readonly name: Text; readonly basis: Text }
}

const account = text(
  '泉州市企业问题办理流程（《泉州晚报》2022年8月3日）',
  "Quanzhou's procedure for the problems of enterprises (Quanzhou Evening News, 3 August 2022)",
)
const basis = ({ zh, en }: Text) => text(`${account.zh}：${zh}`, `${account.en}: ${en}`)

/** The closest regulated model in Fujian. */
export const quanzhouClockSet: ClockSet = {
  name: text('泉州模式', 'The Quanzhou model'),
  source: 'secondary',
  clocks: {
    assign: {
      amount: 0,
      unit: 'workingDay',
      name: text('交办', 'Assigning'),
      basis: basis(text('当日填写受理单并交办', 'registered and assigned the same day')),
    },
    object: {
      amount: 1,
      unit: 'workingDay',
      name: text('对交办提出异议', 'Objecting to the assignment'),
      basis: basis(text('对交办有异议的，1个工作日内提出', 'an objection is raised within 1 working day')),
    },
    settle: {
      amount: 0,
      unit: 'workingDay',
      name: text('处理异议', 'Settling the objection'),
      basis: basis(text('异议当日协调确定', 'an objection is settled the same day')),
    },
    assist: {
      amount: 3,
      unit: 'workingDay',
      name: text('协办答复主办', 'The assisting department replies'),
      basis: basis(
        text('协办单位3个工作日内答复主办单位', 'assisting departments reply to the lead in 3 working days'),
      ),
    },
    lead: {
      amount: 7,
      unit: 'workingDay',
      name: text('主办答复企业', 'The lead department answers'),
      basis: basis(text('主办单位7个工作日内答复企业', 'the lead answers the enterprise in 7 working days')),
    },
  },
  extension: {
    workingDaysBefore: 1,
    name: text('申请延期', 'Asking for an extension'),
    basis: basis(
      text(
        '需要延期的，至迟于到期前1个工作日提出，明确新的时限并向企业说明',
        'an extension is asked at least 1 working day before expiry, with a new date and an explanation to the enterprise',
      ),
    ),
  },
}
