import type { FormField, FormValues } from '../../../../types/catalogue'
import { addDays, dayOf } from '../../../deadlines/working-days'
import { nameOf } from '../names'
import type { Chance } from '../random'
import type { Way } from './ways'

/** What somebody types into the form of an item: believable, valid, and of nobody who exists. */

export interface Writer {
  name: string
  /** Name of the community they live in. */
  community: string
  now: Date
}

const texts: Readonly<Record<string, readonly string[]>> = {
  from: ['安徽省阜阳市颍上县', '江西省上饶市鄱阳县', '四川省达州市宣汉县', '本县云岭镇竹溪村'],
  why: ['老伴去年中风，家里只有低保边缘的收入', '孩子还在读书，去年工伤后干不了重活'],
  what: ['家里厨房着火，锅灶和粮食都没了', '骑车摔断了腿，住院花掉了积蓄', '早点和面食', '修理家电'],
  story: ['在工地做了四个月，老板一直不给工钱，有考勤表和聊天记录', '邻居家装修挖坏了我家的墙，去说了几次都不肯赔'],
  use: ['租门面、买两台和面机，请一个帮工', '添一台冷柜，备第一批货'],
  other: ['云溪宏达建筑公司', '同楼的住户'],
  shop: ['桂英小面馆', '老徐生煎', '阿珍豆浆店', '竹溪茶食', '水根修理铺'],
  food: ['面条、馄饨', '生煎、小馄饨', '豆浆、油条、粢饭团'],
  words: ['桂英小面馆', '老徐生煎 三十年', '阿珍豆浆'],
  school: ['云溪中学 高一（3）班', '柳桥小学 五（2）班'],
  wish: ['离家近的岗位，做保洁或后厨', '柳桥小学', '云溪实验学校'],
  work: ['送外卖', '在家接缝纫活', '开网约车'],
  where: ['云溪县柳桥街道', '云溪县白鹭湾镇'],
  province: ['上海市', '江苏省苏州市', '安徽省合肥市'],
  hospital: ['复旦大学附属中山医院', '苏州市立医院'],
  dogName: ['豆豆', '来福', '小白', '黑妞'],
  breedName: ['泰迪', '中华田园犬', '柯基', '金毛'],
  colour: ['棕色', '黄白', '黑色', '浅金'],
  nation: ['汉族'],
  special: ['有一位 82 岁的老人', '没有'],
  members: ['爱人和一个孩子，证件见户口本'],
  guardian: ['本人'],
}

const numbers: Readonly<Record<string, readonly [number, number]>> = {
  people: [2, 5],
  income: [1800, 4600],
  rent: [1200, 2600],
  amount: [10, 30],
  years: [1, 3],
  seats: [6, 24],
  squareMetres: [16, 48],
  floors: [2, 3],
  land: [80, 120],
  grade: [2, 6],
  which: [1, 2],
  shoulder: [22, 48],
  width: [2, 4],
  height: [1, 2],
}

/** Fills in the whole form of a way. */
export function fillIn(c: Chance, way: Way, writer: Writer): FormValues {
  return Object.fromEntries(
    Object.entries(way.outcome.form.properties).map(([key, field]) => [key, valueFor(c, key, field, writer)]),
  )
}

/** A mobile number as they look. */
export const phoneOf = (c: Chance): string => `13${c.between(3, 9)}${String(c.between(0, 99_999_999)).padStart(8, '0')}`

function valueFor(c: Chance, key: string, field: FormField, writer: Writer): FormValues[string] {
  if (field.enum) return c.pick(field.enum)
  if (field.type === 'boolean') return true
  if (field.type !== 'string') {
    const [least, most] = numbers[key] ?? [field.minimum ?? 1, Math.min(field.maximum ?? 10, (field.minimum ?? 1) + 9)]
    return c.between(Math.ceil(least), Math.floor(most))
  }
  if (field.format === 'phone') return phoneOf(c)
  if (field.format === 'idNumber')
    return idNumberOf(c, key.startsWith('child') ? 2016 : key.startsWith('elder') ? 1940 : 1975)
  if (field.format === 'date') return dateFor(c, key, writer.now)
  return [...textFor(c, key, field, writer)].slice(0, field.maxLength ?? 60).join('')
}

function textFor(c: Chance, key: string, field: FormField, writer: Writer): string {
  if (/^(applicant|insured|person|parent)Name$/.test(key)) return writer.name
  if (key === 'childName') return [...writer.name][0] + c.pick(['子涵', '雨欣', '浩然', '梓萱', '一诺', '沐辰'])
  if (/Name$|^helper$/.test(key) && !(key in texts)) return nameOf(c)
  if (/address|place|postTo/i.test(key))
    return `${writer.community}${c.pick(['前街', '后浜', '桥东', '河西'])} ${c.between(1, 120)} 号`
  const known = (texts[key] ?? []).filter((text) => text.length >= (field.minLength ?? 1))
  return known.length > 0 ? c.pick(known) : `${field.title}见所附材料`
}

function dateFor(c: Chance, key: string, now: Date): string {
  const future = /^(due|court|wish)On$|^until$/.test(key)
  return addDays(dayOf(now), future ? c.between(20, 120) : -c.between(20, 300))
}

/** 公民身份号码 of the invented county 990101: the form of one, with its check digit, and nobody's. */
function idNumberOf(c: Chance, around: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const body = `990101${around + c.between(-6, 6)}${two(c.between(1, 12))}${two(c.between(1, 28))}${String(c.between(1, 999)).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return body + '10X98765432'[sum % 11]
}
