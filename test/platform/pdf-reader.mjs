// Reads a PDF from standard input with Mozilla's reader and prints what a person would read of it, as JSON: the title, the language, and of each page its
// size, its words from top to bottom, the roles of its structure and what a phone reads in its QR code. A process of its own, because pdfjs is a pure ES module that Jest cannot load.
import { buffer } from 'node:stream/consumers'
import { createCanvas } from '@napi-rs/canvas'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import decodeQR from 'qr/decode.js'

const data = new Uint8Array(await buffer(process.stdin))
const document = await getDocument({ data, verbosity: VerbosityLevel.ERRORS, useSystemFonts: false }).promise
const { info } = await document.getMetadata()
const pages = []
for (let number = 1; number <= document.numPages; number += 1) {
  const page = await document.getPage(number)
  const { items } = await page.getTextContent()
  const tree = await page.getStructTree()
  pages.push({
    size: page.view.slice(2),
    items: items.map(({ str, transform, width }) => ({ text: str, x: transform[4], y: transform[5], width })),
    roles: roles(tree),
    qr: await scan(page),
  })
}
process.stdout.write(JSON.stringify({ title: info.Title, language: info.Language, pages }))

function roles(node) {
  if (!node) return []
  return [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(roles)]
}

async function scan(page) {
  const viewport = page.getViewport({ scale: 2 })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const canvasContext = canvas.getContext('2d')
  await page.render({ canvas, canvasContext, viewport, background: 'white' }).promise
  try {
    return decodeQR(canvasContext.getImageData(0, 0, canvas.width, canvas.height))
  } catch {
    return null
  }
}
