import type { ContactKind, HandOnTarget } from '../../../../types/hub'
import type { HelpKind } from '../../../../types/volunteer'

/** What residents of 云溪县 turn to their hub with, and how it goes on. */

export interface Script {
  kind: ContactKind
  /** What was asked. */
  ask: string
  /** What the hub's side says while it looks into it. */
  work: string
  answer: string
  /** Where it is led on to, if it is. */
  handOn?: { to: HandOnTarget; words: string; help?: HelpKind; item?: string }
}

export const scripts: readonly Script[] = [
  {
    kind: 'ask',
    ask: '楼道的灯坏了一个星期，晚上老人下楼看不见。',
    work: '我去看过了，三楼和四楼两盏都不亮，找物业去。',
    answer: '物业换好了，两盏都换成了感应灯。',
  },
  {
    kind: 'ask',
    ask: '社区食堂老人吃饭怎么办卡？要带什么？',
    work: '我去食堂问一下，下午回您。',
    answer: '带身份证到社区食堂前台，当场办，70 岁以上一顿 6 块。',
  },
  {
    kind: 'ask',
    ask: '旧沙发没地方扔，哪天有人来收？',
    work: '正在问收大件的师傅。',
    answer: '每周三上午在小区北门收，搬不动的话我们找两个人帮您抬。',
    handOn: { to: 'helpRequest', words: '沙发要两个人抬，您在互助里说一声，志愿者能来。', help: 'lift' },
  },
  {
    kind: 'ask',
    ask: '老家的社保在这边怎么查？不会用手机。',
    work: '我先问问窗口。',
    answer: '带身份证来我这里，我用手机带您查一遍，不用跑窗口。',
    handOn: { to: 'helpRequest', words: '有志愿者会教手机，让他上门一步一步教您。', help: 'phone' },
  },
  {
    kind: 'ask',
    ask: '孩子暑假没人带，附近有没有免费的托管班？',
    work: '社区春泥班还有没有名额，我问一下。',
    answer: '春泥班还有位置，下周一开班，名字我先给您记上了。',
    handOn: { to: 'activity', words: '社区的春泥班在活动里报名，满了可以候补。' },
  },
  {
    kind: 'ask',
    ask: '想找人一起跳舞，晚上在哪里？',
    work: '我问问文艺队的队长。',
    answer: '每天晚上七点在广场，您直接来，找穿红外套的周阿姨。',
    handOn: { to: 'activity', words: '文艺队这周有活动，您看看报哪一场。' },
  },
  {
    kind: 'suggest',
    ask: '菜场门口能不能装个扶手？下雨天台阶滑。',
    work: '去量过了，八级台阶，两边都没有扶手。写进这个月的议事单。',
    answer: '议事会同意了，下个月装，先铺了防滑垫。',
  },
  {
    kind: 'suggest',
    ask: '电动车充电桩太少，晚上抢不到，建议多装几个。',
    work: '统计了一下，我们这片 46 辆车，只有 10 个桩。',
    answer: '街道同意在南边加 12 个，月底施工。',
  },
  {
    kind: 'suggest',
    ask: '公园能不能多放几张长椅，老人走几步就想坐。',
    work: '和园林那边说了，他们来看位置。',
    answer: '定了六张，放在树荫下面，两周内放好。',
  },
  {
    kind: 'suggest',
    ask: '快递柜只放在北门，南边的人要走很远。',
    work: '我联系了快递公司，他们要看用电的位置。',
    answer: '南门旁边能接电，下个月加一组柜子。',
  },
  {
    kind: 'suggest',
    ask: '想办个旧书交换，家里孩子的书都堆着。',
    work: '这个好，我问问文化礼堂能不能借地方。',
    answer: '文化礼堂周六上午空着，给您用，我来通知大家。',
    handOn: { to: 'activity', words: '您来办，社区帮您发，在活动里写一写就行。' },
  },
  {
    kind: 'complain',
    ask: '楼上天天半夜拖椅子，说了几次都没用。',
    work: '晚上我去听了一次，确实响。明天和楼上谈。',
    answer: '楼上给椅子都包了脚垫，答应十点以后不拖。',
  },
  {
    kind: 'complain',
    ask: '楼下烧烤店的烟全进家里，窗都不敢开。',
    work: '已经把您说的告诉了城管，他们今晚来看。',
    answer: '城管要求店里装净化器，装好之前九点收摊。',
  },
  {
    kind: 'complain',
    ask: '有人把消防通道当停车位，已经好几天了。',
    work: '拍了照片，车主的电话物业在找。',
    answer: '车开走了，地上重新画了线，装了隔离桩。',
  },
  {
    kind: 'complain',
    ask: '垃圾房两天没人清，味道很大。',
    work: '刚去看过，给保洁公司打了电话。',
    answer: '当天清了，以后每天早晚各清一次，我盯着。',
  },
  {
    kind: 'difficulty',
    ask: '我一个人住，腿不好，买米买油搬不上楼。',
    work: '知道了，先把这周的给您送来。',
    answer: '以后每周二有人给您送上楼，要什么提前一天说。',
    handOn: { to: 'helpRequest', words: '在互助里发一个“跑腿”，志愿者固定每周来。', help: 'errand' },
  },
  {
    kind: 'difficulty',
    ask: '家里这个月开销紧，孩子住院花了不少，能不能有什么补助？',
    work: '有临时救助，我把条件看一遍再来找您。',
    answer: '您家符合条件，材料我带您准备，今天就能交上去。',
    handOn: { to: 'application', words: '这个可以网上申请，照着提示一样一样填，不懂就问我。', item: '临时救助' },
  },
  {
    kind: 'difficulty',
    ask: '爱人住院，家里老人白天没人看。',
    work: '我先每天中午去看一眼，再找个固定的人。',
    answer: '日间照料中心收了，早上八点有车来接。',
    handOn: { to: 'helpRequest', words: '白天陪老人的志愿者，在互助里找，今天就能排上。', help: 'company' },
  },
  {
    kind: 'difficulty',
    ask: '厂里停工两个月了，想找个近一点的活。',
    work: '问了工业园三家，有两家在招人。',
    answer: '周四下午带您去面试，做包装，离家骑车十分钟。',
  },
  {
    kind: 'difficulty',
    ask: '水龙头一直漏，找人修要一百多，有没有便宜的？',
    work: '我认识修水管的志愿者，问问他今天有没有空。',
    answer: '换了个垫圈，没收钱，不漏了。',
    handOn: { to: 'helpRequest', words: '修水管的志愿者在互助里，说清楚哪里漏就行。', help: 'repair' },
  },
  {
    kind: 'dispute',
    ask: '隔壁把鞋柜放在走道上，两个人都过不去。',
    work: '两家我都去坐了坐，量了走道。',
    answer: '鞋柜换成窄的，贴墙放，两家都同意了。',
  },
  {
    kind: 'dispute',
    ask: '楼上漏水把我家天花板泡了，谁来赔说不清。',
    work: '约了两家和物业，今晚一起看。',
    answer: '查出来是公共水管，物业出钱修，天花板也给刷。',
  },
  {
    kind: 'dispute',
    ask: '为了停车位和对门吵起来了，谁也不让谁。',
    work: '先别吵，我晚上来，两家一起说。',
    answer: '一三五归您，二四六归他，周日谁先到谁停，都签了字。',
  },
  {
    kind: 'dispute',
    ask: '邻居的狗老是叫，孩子睡不好。',
    work: '和狗主人说过了，他白天上班不在家。',
    answer: '主人白天把狗送到他妈妈家，晚上不叫了。',
  },
  {
    kind: 'policy',
    ask: '听说医保今年有变化，外地来的怎么交？',
    work: '我把今年的通知找出来，对一下您的情况。',
    answer: '有居住证就能在这边交，和本地人一样多，十二月底前。',
    handOn: { to: 'application', words: '参保登记手机上就能办，我把入口给您。', item: '参保' },
  },
  {
    kind: 'policy',
    ask: '居住证怎么换积分，孩子明年要上小学。',
    work: '积分的表我打印了一份，帮您算一下。',
    answer: '您现在够线，差一份房租合同，补上就行。',
  },
  {
    kind: 'policy',
    ask: '80 岁以上的高龄津贴要不要自己去申请？',
    work: '我问了民政的人，等他回话。',
    answer: '要申请，我带着表上门，签个字就行，下个月到账。',
    handOn: { to: 'application', words: '高龄津贴可以在手机上申请，不会弄我来帮。', item: '高龄津贴' },
  },
  {
    kind: 'policy',
    ask: '灵活就业的社保补贴我能不能领？',
    work: '要看就业困难认定，我查一下。',
    answer: '能领，先去登记灵活就业，每季度发一次。',
  },
  {
    kind: 'visit',
    ask: '妈妈耳朵不好，电话里说不清，能不能来家里一趟？',
    work: '好的，明天上午我来。',
    answer: '来过了，助听器的事记下了，残联那边周五给答复。',
  },
  {
    kind: 'visit',
    ask: '刚搬来，不认识人，想请您来坐坐，说说附近的情况。',
    work: '欢迎欢迎，周末我带点水果来。',
    answer: '见过面了，小区的群也拉进来了，有事敲门就行。',
  },
  {
    kind: 'visit',
    ask: '老人一个人在家，我们都在外地，麻烦去看看他。',
    work: '下午就去，看完给您回话。',
    answer: '去看过了，精神不错，药也在吃，以后我每周去两次。',
  },
]

/** About the host: nobody of his hub reads it. */
export const aboutHost = [
  '上次说好来的，等了一下午没有人来，也没说一声。',
  '我家的事，他在楼下和别人说了，这样不好。',
  '打招呼爱理不理，去问事说没空。',
  '他和我对门是亲戚，我怕他说话偏着那边。',
]

export const thanks = [
  '谢谢，办得真快',
  '',
  '很热心',
  '',
  '说话和气，讲得清楚',
  '等得有点久，不过办好了',
  '',
  '麻烦您跑了好几趟',
]
export const asksAgain = ['请问现在怎么样了？', '补充一下，白天家里都有人。', '不急，您有空的时候就行。']
export const passOnWords = '这件事那边的户长熟悉，转给他来办，您在这里一样看得到。'
export const servedMyself = '志愿者一时没排上，我自己过来帮您弄好了。'
