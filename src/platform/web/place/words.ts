import { text } from '../../text.ts'

export const placeWords = {
  control: text('地点', 'Place'),
  search: text('按名称或代码查找', 'Find by name or code'),
  own: text('本人管辖范围', 'All that I may see'),
  unknown: text('所选地点', 'The chosen place'),
  notThere: text('这一天没有所选的地点', 'The chosen place did not exist on this day'),
}
