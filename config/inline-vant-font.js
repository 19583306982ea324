// van-icon asks a remote host for its font. On a closed government network that is an empty square, so the font that
// @vant/icons ships is written into the style sheet instead.
const fs = require('node:fs')

const source = fs.readFileSync(require.resolve('@vant/icons/src/encode-woff2.less'), 'utf8')
const [, font] = /url\('(data:font\/woff2[^']+)'\)/.exec(source) ?? []
if (!font) throw new Error('@vant/icons no longer ships its font as we expect it')

module.exports = () => ({
  postcssPlugin: 'inline-vant-font',
  AtRule: {
    'font-face'(rule) {
      if (!/vant-icon/.test(rule.toString())) return
      rule.walkDecls('src', (declaration) => {
        declaration.value = `url('${font}') format('woff2')`
      })
    },
  },
})
module.exports.postcss = true
