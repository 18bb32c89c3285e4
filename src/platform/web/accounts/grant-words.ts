import { text, type Text } from '../../text.ts'

export const grantWords = {
  title: text('谁能做什么', 'Who may do what'),
  line: text(
    '现在有效和已经定下日期的角色，按范围排列。',
    'Roles in force, and those whose day is set, by place.',
  ),
  person: text('人员', 'Person'),
  role: text('角色', 'Role'),
  may: text('可以做', 'Permits'),
  spell: text('起止', 'Days'),
  find: text('查找人员', 'Find a person'),
  none: text('没有符合的人员。', 'Nobody of that name.'),
  held: (place: Text): Text => text(`${place.zh}的角色`, `Roles over ${place.en}`),
}
