import { text } from '../../text.ts'

export const placeWords = {
  control: text('地点', 'Place'),
  along: text('按什么统计', 'Counted along'),
  byPlace: text('按地点', 'By place'),
  search: text('按名称、代码或拼音查找', 'Find by name, code or pinyin'),
  own: text('本人管辖范围', 'All that I may see'),
  unknown: text('所选地点', 'The chosen place'),
  notThere: text('这一天没有所选的地点', 'The chosen place did not exist on this day'),
}
