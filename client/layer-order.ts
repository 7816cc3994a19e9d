/**
 * Every style sheet begins with the order of the layers. The first sheet a browser reads decides that order for good, and which
 * sheet comes first depends on how the build splits the pages; so all of them say the same.
 */
import type { Plugin } from 'vite'

const ORDER = '@layer reset, tokens, base, ui, pages;\n'

export function layerOrder(): Plugin {
  return {
    name: 'layer-order',
    enforce: 'pre',
    transform(code, id) {
      return /\.css(?:\?|$)/.test(id) && id.includes('/src/') ? { code: ORDER + code, map: null } : null
    },
  }
}
