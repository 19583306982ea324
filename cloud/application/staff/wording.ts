/** What the clock writes into the history by itself. */
export const staffWording = {
  away: '经办人请假，由同事接着办',
  noLongerThere: '经办人不在岗了，由同事接着办',
  deemed: '没有在期限内告知，依法视为受理',
  lapsed: '没有在期限内补正',
  revoked: (names: readonly string[]) => `没有在期限内补交：${names.join('、')}，受理撤回`,
  toApprover: '逾期，报审批人',
  toSupervisor: '逾期，报监督员',
}
