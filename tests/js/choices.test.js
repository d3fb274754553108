import assert from "node:assert/strict"
import { test } from "node:test"
import { chosenValues, fits, isPossible } from "../../docs/assets/js/filter/choices.js"

const choice = (name, value, checked = false) => ({ name, value, checked })
const cards = [
  { position: "upright", equipment: "none", area: "calf ankle" },
  { position: "upright stool", equipment: "ball", area: "sole" },
]

test("choices of one kind add up, choices of two kinds narrow down", () => {
  const one = chosenValues([choice("area", "calf", true), choice("area", "sole", true), choice("area", "toes")])
  assert.deepEqual([...one], [["area", ["calf", "sole"]]])
  assert.deepEqual(
    cards.map(card => fits(card, one)),
    [true, true],
  )
  const two = chosenValues([choice("area", "calf", true), choice("equipment", "ball", true)])
  assert.deepEqual(
    cards.map(card => fits(card, two)),
    [false, false],
  )
})

test("a choice is possible while some card has it beside the other kinds' choices", () => {
  const chosen = chosenValues([choice("equipment", "ball", true)])
  assert.equal(isPossible(choice("area", "sole"), cards, chosen), true)
  assert.equal(isPossible(choice("area", "calf"), cards, chosen), false)
  assert.equal(isPossible(choice("equipment", "none"), cards, chosen), true)
})
