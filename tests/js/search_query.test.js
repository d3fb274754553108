import assert from "node:assert/strict"
import { test } from "node:test"

import { PinnedPages, withoutStopWords } from "../../docs/assets/js/search/query.js"

const STOP_WORDS = new Set(["a", "at", "does", "how", "i", "it", "often", "should", "the", "to", "when"])

test("a query loses the words that say nothing", () => {
  assert.equal(withoutStopWords("when should I see a doctor?", STOP_WORDS), "see doctor?")
  assert.equal(withoutStopWords("  Does it   work ", STOP_WORDS), "work")
})

test("a query of such words alone stays as it is", () => {
  assert.equal(withoutStopWords("how often", STOP_WORDS), "how often")
  assert.equal(withoutStopWords("", STOP_WORDS), "")
})

test("words that only begin or end like a stop word stay", () => {
  assert.equal(withoutStopWords("heel item", STOP_WORDS), "heel item")
})

const PAGES = new PinnedPages(
  [
    { location: "safety/", tags: ["when to see a doctor", "pain"] },
    { location: "safety/#stop", tags: ["when to see a doctor", "pain"] },
    { location: "evidence/", tags: ["does it work"] },
    { location: "roll/", tags: ["at work", "ball", "Ball massage"] },
    { location: "squeeze/", tags: ["ball"] },
    { location: "about/" },
  ],
  STOP_WORDS,
)

/** @param {string} query */
const find = query => [...PAGES.find(query)]

test("a page is found by a tag that is the whole query, whatever its case and punctuation", () => {
  assert.deepEqual(find("Does it work?"), ["evidence/"])
  assert.deepEqual(find("BALL MASSAGE"), ["roll/"])
  assert.deepEqual(find("ball"), ["roll/", "squeeze/"])
})

test("two words that matter are enough, one is not", () => {
  assert.deepEqual(find("should I see the doctor"), ["safety/"])
  assert.deepEqual(find("work"), [])
})

test("a query that is no page's tag finds none", () => {
  assert.deepEqual(find("pains"), [])
  assert.deepEqual(find(""), [])
})
