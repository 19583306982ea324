/** Where people come once: a window in every township, and two of the county's own. */

const weekdays = [1, 2, 3, 4, 5]
const hours = (capacity: number) =>
  weekdays.flatMap((weekday) => [
    { weekday, from: '08:30', until: '12:00', capacity },
    { weekday, from: '13:30', until: '17:00', capacity },
  ])

const window = (
  areaCode: string,
  name: string,
  department: string,
  place: string,
  phone: string,
  capacity: number,
) => ({
  areaCode,
  name,
  department,
  place,
  phone,
  hours: hours(capacity),
})

export const demoWindows = [
  window('990101001', '柳桥便民服务中心综合窗口', '柳桥街道办事处', '柳桥街道桥东路 18 号一楼', '0573-88001001', 3),
  window('990101002', '云岭镇便民服务中心综合窗口', '云岭镇人民政府', '云岭镇镇前路 6 号一楼', '0573-88002001', 2),
  window(
    '990101003',
    '白鹭湾镇便民服务中心综合窗口',
    '白鹭湾镇人民政府',
    '白鹭湾镇渔港路 33 号一楼',
    '0573-88003001',
    2,
  ),
  window('990101', '县政务服务中心公安窗口', '县公安局', '云溪大道 1 号二楼 A 区', '0573-88000110', 4),
  window('990101', '县婚姻登记处', '县民政局', '云溪大道 1 号三楼', '0573-88000520', 2),
]
