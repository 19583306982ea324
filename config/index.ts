import path from 'node:path'
import { defineConfig } from '@tarojs/cli'

const root = path.join(__dirname, '..')
const from = (...parts: string[]) => path.join(root, ...parts)

// These are written for newer engines than the phones we serve; they are compiled with our own code.
const compiled = [
  (file: string) => file.startsWith(from('types')) || /node_modules[\\/](valibot|qr|leancloud-storage)[\\/]/.test(file),
]
const vantFont = { './config/inline-vant-font.js': { enable: true, config: {} } }

/** The part of webpack-chain that we use. */
interface Chain {
  performance: { hints(level: false): void }
  optimization: { splitChunks(options: object): void }
  module: {
    rule(name: string): {
      use(name: string): { tap(change: (options: object) => object): void }
      test(files: RegExp): { set(key: string, value: unknown): unknown }
    }
  }
}

function shared(chain: Chain): void {
  // Babel's settings stay in this folder.
  const configFile = from('config', 'babel.config.js')
  chain.module
    .rule('script')
    .use('babelLoader')
    .tap((options) => ({ ...options, configFile }))
  // The contract is data: what nobody imports of it stays out of the package.
  chain.module
    .rule('contract')
    .test(/[\\/]types[\\/][^.]+\.ts$/)
    .set('sideEffects', false)
  // Sizes are checked by a test, with the limits that matter.
  chain.performance.hints(false)
}

// Taro's types do not know `baseLevel`; it cuts base.wxml to less than half.
const mini = {
  baseLevel: 6,
  compile: { include: compiled },
  postcss: { ...vantFont, pxtransform: { enable: true }, cssModules: { enable: false } },
  // Styles of our controls do not depend on one another's order.
  miniCssExtractPluginOption: { ignoreOrder: true },
  webpackChain: shared,
}

export default defineConfig({
  projectName: 'linlibang',
  date: '2026-11-24',
  // A px in our styles is a point on a phone 375 wide.
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  plugins: [
    '@tarojs/plugin-framework-react',
    '@tarojs/plugin-platform-weapp',
    '@tarojs/plugin-platform-h5',
    from('config', 'spoken-attributes', 'plugin.js'),
  ],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // Not for WeChat: what Taro moves into a subpackage it would take from the cache though the source has changed.
  cache: { enable: process.env.TARO_ENV === 'h5' },
  // Vant Weapp has no JavaScript entry: app.config.ts registers its components by path, through this alias.
  alias: { '@': from('src'), 'vant-weapp': from('node_modules/vant-weapp/dist') },
  // Escaped, every Chinese character would take six bytes instead of three.
  // In a browser esbuild makes a package as small in half the build's time; for WeChat, where a kilobyte counts, terser's is 2 % smaller.
  jsMinimizer: process.env.TARO_ENV === 'h5' ? 'esbuild' : 'terser',
  esbuild: { minify: { enable: true, config: { target: 'es2018', charset: 'utf8', legalComments: 'none' } } },
  terser: { enable: true, config: { output: { ascii_only: false, comments: false } } },
  defineConstants: {
    'process.env.TARO_APP_API': JSON.stringify(process.env.TARO_APP_API ?? 'http://127.0.0.1:3000'),
    'process.env.TARO_APP_LC_ID': JSON.stringify(process.env.TARO_APP_LC_ID ?? 'linlibang-sandbox'),
    'process.env.TARO_APP_LC_KEY': JSON.stringify(process.env.TARO_APP_LC_KEY ?? 'linlibang-sandbox-key'),
  },
  mini,
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: { include: compiled },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    // A px stays a px: a staff desk is not a phone looked at through a magnifying glass.
    postcss: { autoprefixer: { enable: true }, pxtransform: { enable: false } },
    webpackChain(chain: Chain) {
      shared(chain)
      // Otherwise the control library is in every page's file again.
      chain.optimization.splitChunks({ chunks: 'all' })
    },
  },
})
