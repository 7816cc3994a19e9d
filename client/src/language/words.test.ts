import { flatten } from '@solid-primitives/i18n'
import { describe, expect, it } from 'vitest'

type Module = Record<string, Record<string, unknown>>
const chinese = import.meta.glob<Module>('./zh/*.ts', { eager: true })
const english = import.meta.glob<Module>('./en/*.ts', { eager: true })

function entries(module: Module | undefined, name: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(flatten(module?.[name] ?? {}))) {
    if (typeof value === 'string') found.set(key, value)
  }
  return found
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? ''))].sort()
}

describe('dictionaries', () => {
  it('[CLIENT-60] every Chinese dictionary has an English one, and the other way round', () => {
    const names = (files: Record<string, Module>) => Object.keys(files).map((path) => path.replace(/^\.\/\w+\//, ''))
    expect(names(english).sort()).toEqual(names(chinese).sort())
    expect(names(chinese).length).toBeGreaterThan(1)
  })

  it.each(Object.keys(chinese))(
    '[CLIENT-60] %s has the same keys and the same places for values in both languages',
    (path) => {
      const zh = entries(chinese[path], 'zh')
      const en = entries(english[path.replace('./zh/', './en/')], 'en')
      expect([...en.keys()].sort()).toEqual([...zh.keys()].sort())
      expect(zh.size).toBeGreaterThan(0)
      for (const [key, text] of zh) {
        expect({ key, places: placeholders(en.get(key) ?? '') }).toEqual({ key, places: placeholders(text) })
        expect(text.trim()).not.toBe('')
      }
    },
  )
})
