/** Words of 志愿匹配 on the four tab pages. */
export const helpWording = {
  entry: '互助',
  entryNote: '请人帮、去帮人',
  offer: {
    light: (left: string) => left,
    title: (kind: string) => `${kind}，您能去吗？`,
    step: '去回复',
  },
  task: {
    light: (at: string) => `${at}，说好要去`,
    there: '您正在帮忙',
    step: '看一看',
  },
  request: {
    done: (kind: string) => `${kind}办完了吗？`,
    confirm: '去说一声',
    look: '看一看',
  },
  mine: { help: '求助的', serve: '去帮的' },
  me: {
    become: '做志愿者',
    becomeNote: '有空的时候，帮邻居一把',
    volunteer: '我的志愿服务',
    volunteerNote: '有空的时间、会做的、要不要休息',
    requests: '我的求助',
    tasks: '我去帮的',
    hours: '我的服务时长',
    mediations: '劝架调解',
    work: '找工作',
    hire: '招人',
    workFollow: '就业扶助',
    branch: '我的支部',
    branchNote: '支部的会、党员和我的积分',
    branches: '党支部和积分规则',
  },
}
