import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { doseWords } from "../../docs/assets/js/builder/dose_words.js"
import { sayFrom } from "../../docs/assets/js/builder/words.js"

const read = path => readFileSync(new URL(path, import.meta.url), "utf8")
const vectors = JSON.parse(read("../vectors/dose_wording.json"))
const page = read("../../overrides/pages/builder.html")
const say = sayFrom(new Map([...page.matchAll(/data-say="([\w-]+)">([^<]*)</g)].map(([, key, text]) => [key, text])))

for (const { case: name, source, data, entry, dose, often } of vectors) {
  test(`a dose is worded as on a plan's page: ${name}`, () => {
    assert.deepEqual(doseWords(entry, data, source, say), { dose, often })
  })
}
