// What is to come, before the start: each exercise with its dose, things needed and line of caution.

/**
 * @typedef {import("../core/types.js").Exercise} Exercise
 * @typedef {import("./face.js").SessionFace} SessionFace
 */

/** @param {string} name @param {string} className @param {string} text */
export function element(name, className, text) {
  const created = document.createElement(name)
  created.className = className
  created.textContent = text
  return created
}

/**
 * Shows the list of `all` exercises, of which `slugs` are chosen and last so many seconds.
 * @param {SessionFace} face @param {string[]} all @param {string[]} slugs @param {number} seconds
 */
export function showOverview(face, all, slugs, seconds) {
  const values = { count: slugs.length, minutes: Math.ceil(seconds / 60) }
  face.write("sum", face.words(slugs.length === 1 ? "sum-one" : "sum", "", values))
  face.part("list").replaceChildren(...all.map(slug => itemOf(face, slug, slugs.includes(slug))))
}

/** @param {SessionFace} face @param {string} slug @param {boolean} included */
function itemOf(face, slug, included) {
  const exercise = face.week.exercises[slug]
  const { needs, before } = face.pages[slug] || {}
  const item = element("li", included ? "" : "gf-session__item--left-out", "")
  item.append(element("b", "", exercise.name), element("span", "gf-session__dose", doseText(face, exercise)))
  for (const text of [needs, before]) if (text) item.append(element("span", "gf-session__fact", text))
  return item
}

/** @param {SessionFace} face @param {Exercise} exercise */
function doseText(face, { about, verb, seconds, reps, limb, sides }) {
  const both = sides?.includes(" ")
    ? face.words(limb ? "each" : "each-side", "", { limb })
    : face.words(sides || "", limb)
  const facts = [
    face.words(about ? "dose-about" : "dose", "", { verb: face.verbName(verb), length: face.longLength(seconds) }),
    reps > 1 && face.words("times", "", { reps }),
    sides && both,
  ]
  return facts.filter(Boolean).join(" · ")
}
