import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { linkOf, readLink } from "../../docs/assets/js/builder/link.js"

const vectors = JSON.parse(readFileSync(new URL("../vectors/share_link.json", import.meta.url), "utf8"))

for (const { case: name, fragment, week } of vectors) {
  test(`a week becomes its link: ${name}`, () => {
    assert.equal(linkOf(week), fragment)
  })

  test(`a link becomes its week: ${name}`, () => {
    assert.deepEqual(readLink(fragment), { week, problems: [] })
  })
}
