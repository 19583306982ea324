import type { SignUpStatus } from '../../../types/activity'

/** Words of the Excel roster. */
export const rosterWording = {
  sheet: '报名名单',
  columns: ['姓名', '手机', '人数', '组别', '状态', '候补第几位', '签到码', '报名时间', '签到时间', '签退时间'],
  toAnswer: '轮到了，等回话',
  statuses: {
    requested: '等审核',
    confirmed: '已报上',
    waitlisted: '候补',
    checkedIn: '已签到',
    checkedOut: '已签退',
    cancelled: '已退',
    noShow: '没来',
    rejected: '没通过',
  } satisfies Record<SignUpStatus, string>,
}
