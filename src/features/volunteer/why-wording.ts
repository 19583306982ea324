const said = (strong: string, rest = '') => ({ key: strong, strong, rest })

/** How matching works, for everybody. It says what the engine does (decision 0008), nothing more. */
export const whyWording = {
  title: '是怎么挑人的',
  answer: '先让最多的人有人帮，再找最合适的人',
  answerNote: '系统把所有求助和所有有空的人放在一起算，不看谁认识谁，也不给人排名。',
  parts: [
    {
      head: '先后顺序',
      said: [
        said('先把人派满', '，急的事先派'),
        said('再看合不合适', '，老乡、会说家乡话、住得近、做得熟'),
        said('最后看匀不匀', '，不总叫同一个人'),
      ],
    },
    {
      head: '少一条就不去问',
      said: [
        said('会做', '，要证的事，证要社区看过还没过期'),
        said('有空', '，连路上的时间一起算'),
        said('在他愿意走的路程里', '，这周还有时间'),
        said('您说了“一定要”的', '，一条都不少'),
        said('双方都没说过不想再见', '；劝架的人跟两边都不认识'),
        said('有风险的事', '，要有意外险，年龄合适'),
      ],
    },
    {
      head: '合适的里面比什么',
      said: [
        said('老家越近越先', '，同村、同镇、同县、同市、同省'),
        said('会说同一种话'),
        said('走路近'),
        said('做得熟'),
        said('最近帮得少', '，轮着来'),
        said('以前帮过您', '，您说好'),
      ],
    },
    {
      head: '说不去没关系',
      said: [
        said('去不了不影响您', '，没有人记您的账'),
        said('换人不用说理由', '，也不影响那位邻居'),
        said('没人能来也不会没人管', '，社区有名有姓的人接着办'),
      ],
    },
  ],
  refuse: '不想让系统来挑',
  asResident: '我求助，让社区的人安排',
  asResidentNote: '求助时在“怎么找人”里选，已经发出的也能改',
  asVolunteer: '我帮忙，只让社区的人来问',
  asVolunteerNote: '在“我的志愿服务”里关掉自动',
}
