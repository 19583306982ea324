/** How many digits of a division code name the province, city, county, township and village. */
const levelDigits = [2, 4, 6, 9, 12]

/** The five prefixes of a division code as numbers; -1 where the code is shorter. A code of trailing zeros (an area above) is as short as it says. */
export function homePrefixes(code: string): number[] {
  const known = code.replace(/0+$/, '').length
  return levelDigits.map((digits, level) =>
    code.length >= digits && known > (levelDigits[level - 1] ?? 0) ? Number(code.slice(0, digits)) : -1,
  )
}

/** As homePrefixes, each code cut once: a county's people come from few places. */
export function prefixReader(): (code: string) => readonly number[] {
  const known = new Map<string, number[]>()
  return (code) => {
    let prefixes = known.get(code)
    if (!prefixes) {
      prefixes = homePrefixes(code)
      known.set(code, prefixes)
    }
    return prefixes
  }
}
