import { type Text, text } from '../../../../../platform/text.ts'
import { type Basis, cite } from '../instruments.ts'

type Clock = Basis & { readonly name: Text; readonly days: number }

/** Natural days by the revised law; the day on which a time begins is not counted (Civil Code art. 201). */
export const residentsClocks = {
  RC_MEETING_NOTICE: {
    name: text('公告居民会议', 'Give notice of the residents’ meeting'),
    days: 10,
    ...cite(
      'residents2025',
      'statute',
      text(
        '第二十六条，召开居民会议提前十日公告',
        'art. 26, a residents’ meeting is announced ten days before',
      ),
    ),
  },
  RC_LIST: {
    name: text('公布选民名单', 'Publish the voter list'),
    days: 20,
    ...cite(
      'residents2025',
      'statute',
      text(
        '第十七条，选民名单在选举日的二十日前公布',
        'art. 17, the voter list is published twenty days before the election',
      ),
    ),
  },
  RC_OBJECT: {
    name: text('对选民名单提出异议', 'Objections to the voter list'),
    days: 5,
    ...cite(
      'residents2025',
      'statute',
      text(
        '第十七条，自名单公布之日起五日内提出异议',
        'art. 17, objections within five days of its publication',
      ),
    ),
  },
  RC_DECIDE: {
    name: text('对异议作出处理决定', 'Decide on objections'),
    days: 3,
    ...cite(
      'residents2025',
      'statute',
      text('第十七条，自收到异议之日起三日内作出决定', 'art. 17, they are decided within three days'),
    ),
  },
  RC_HANDOVER: {
    name: text('新老居民委员会工作移交', 'Hand over to the new committee'),
    days: 10,
    ...cite(
      'residents2025',
      'statute',
      text(
        '第二十五条，自新一届居民委员会产生之日起十日内完成移交，由街道办事处监督',
        'art. 25, the hand-over is done within ten days of the new committee, supervised by the subdistrict office',
      ),
    ),
  },
} as const satisfies Record<string, Clock>
export type ResidentsClock = keyof typeof residentsClocks
