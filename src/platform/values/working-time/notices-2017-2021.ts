import { text } from '../../text.ts'
import { day } from '../day.ts'
import { type HolidayNotice, rest, yearNotice } from './notice.ts'

export const notices2017To2021: readonly HolidayNotice[] = [
  yearNotice(2017, '国办发明电〔2016〕17号', '2016-12-01', [
    rest('newYear', '2017-01-01', '2017-01-02'),
    rest('spring', '2017-01-27', '2017-02-02', '2017-01-22', '2017-02-04'),
    rest('qingming', '2017-04-02', '2017-04-04', '2017-04-01'),
    rest('labour', '2017-05-01', '2017-05-01'),
    rest('dragonBoat', '2017-05-28', '2017-05-30', '2017-05-27'),
    rest('midAutumnAndNational', '2017-10-01', '2017-10-08', '2017-09-30'),
  ]),
  yearNotice(2018, '国办发明电〔2017〕12号', '2017-11-30', [
    rest('newYear', '2018-01-01', '2018-01-01'),
    rest('spring', '2018-02-15', '2018-02-21', '2018-02-11', '2018-02-24'),
    rest('qingming', '2018-04-05', '2018-04-07', '2018-04-08'),
    rest('labour', '2018-04-29', '2018-05-01', '2018-04-28'),
    rest('dragonBoat', '2018-06-18', '2018-06-18'),
    rest('midAutumn', '2018-09-24', '2018-09-24'),
    rest('national', '2018-10-01', '2018-10-07', '2018-09-29', '2018-09-30'),
  ]),
  yearNotice(2019, '国办发明电〔2018〕15号', '2018-12-04', [
    rest('newYear', '2018-12-30', '2019-01-01', '2018-12-29'),
    rest('spring', '2019-02-04', '2019-02-10', '2019-02-02', '2019-02-03'),
    rest('qingming', '2019-04-05', '2019-04-05'),
    rest('labour', '2019-05-01', '2019-05-01'),
    rest('dragonBoat', '2019-06-07', '2019-06-07'),
    rest('midAutumn', '2019-09-13', '2019-09-13'),
    rest('national', '2019-10-01', '2019-10-07', '2019-09-29', '2019-10-12'),
  ]),
  {
    kind: 'change',
    year: 2019,
    title: text(
      '国务院办公厅关于调整2019年劳动节假期安排的通知',
      'Notice of the General Office of the State Council on changing the Labour Day holiday of 2019',
    ),
    number: '国办发明电〔2019〕3号',
    issued: day('2019-03-22'),
    rests: [rest('labour', '2019-05-01', '2019-05-04', '2019-04-28', '2019-05-05')],
  },
  yearNotice(2020, '国办发明电〔2019〕16号', '2019-11-21', [
    rest('newYear', '2020-01-01', '2020-01-01'),
    rest('spring', '2020-01-24', '2020-01-30', '2020-01-19', '2020-02-01'),
    rest('qingming', '2020-04-04', '2020-04-06'),
    rest('labour', '2020-05-01', '2020-05-05', '2020-04-26', '2020-05-09'),
    rest('dragonBoat', '2020-06-25', '2020-06-27', '2020-06-28'),
    rest('midAutumnAndNational', '2020-10-01', '2020-10-08', '2020-09-27', '2020-10-10'),
  ]),
  {
    kind: 'change',
    year: 2020,
    title: text(
      '国务院办公厅关于延长2020年春节假期的通知',
      'Notice of the General Office of the State Council on extending the Spring Festival holiday of 2020',
    ),
    number: '国办发明电〔2020〕1号',
    issued: day('2020-01-26'),
    rests: [rest('spring', '2020-01-31', '2020-02-02')],
  },
  yearNotice(2021, '国办发明电〔2020〕27号', '2020-11-25', [
    rest('newYear', '2021-01-01', '2021-01-03'),
    rest('spring', '2021-02-11', '2021-02-17', '2021-02-07', '2021-02-20'),
    rest('qingming', '2021-04-03', '2021-04-05'),
    rest('labour', '2021-05-01', '2021-05-05', '2021-04-25', '2021-05-08'),
    rest('dragonBoat', '2021-06-12', '2021-06-14'),
    rest('midAutumn', '2021-09-19', '2021-09-21', '2021-09-18'),
    rest('national', '2021-10-01', '2021-10-07', '2021-09-26', '2021-10-09'),
  ]),
]
