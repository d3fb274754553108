import assert from "node:assert/strict"
import { test } from "node:test"

import { qrModules } from "../../docs/assets/js/builder/qr_code.js"

test("a code is as small as its text allows", () => {
  assert.equal(qrModules("a".repeat(17)).length, 21)
  assert.equal(qrModules("a".repeat(18)).length, 25)
  assert.equal(qrModules("a".repeat(2953)).length, 177)
})

test("a text that no code can hold has none", () => {
  assert.equal(qrModules("a".repeat(2954)), null)
})
