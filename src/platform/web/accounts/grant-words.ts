import { titles } from '../shell/titles.ts'
import { text, type Text } from '../../text.ts'

export const grantWords = {
  title: titles.grants,
  line: text(
    '现在有效、暂不生效和已经定下日期的角色，按范围排列。',
    'Roles in force, those that do not count now, and those whose day is set, by place.',
  ),
  lineHere: text(
    '今天在您的范围内生效的角色，按范围排列。',
    'Roles that count today in the places that you see, by place.',
  ),
  person: text('人员', 'Person'),
  role: text('角色', 'Role'),
  may: text('可以做', 'Permits'),
  since: text('起', 'Since'),
  until: text('止（当日不含）', 'Until, not that day'),
  noEnd: text('长期', 'No end'),
  why: text('依据', 'Why'),
  find: text('查找人员', 'Find a person'),
  anyPermission: text('不限', 'Anything'),
  anyRole: text('全部角色', 'Any role'),
  none: text('没有符合的角色。', 'No role answers to this.'),
  wider: text('更大的范围', 'A wider place'),
  held: (place: Text): Text => text(`${place.zh}的角色`, `Roles over ${place.en}`),
}
