import { expect, test } from "vitest"
import { driftSections, driftWords, fieldsInForce, sectionsInForce, sectionWords } from "./rules"

test("a policy names sections that Override can make the same again, and their shared fields alone", () => {
  expect(driftSections).toContain("pricing")
  expect(driftSections).not.toContain("contact")
  expect(fieldsInForce(["pricing"])).toContain("priceGroup")
  expect(fieldsInForce(["general"])).not.toContain("lastName")
  expect(fieldsInForce([])).toEqual([])
})

test("a hierarchy follows Settings until it says something of its own, which may be nothing", () => {
  expect(sectionsInForce({ followsDefault: true, sections: ["general"] }, ["pricing"])).toEqual(["pricing"])
  expect(sectionsInForce({ followsDefault: false, sections: ["general"] }, ["pricing"])).toEqual(["general"])
  expect(sectionsInForce({ followsDefault: false, sections: [] }, ["pricing"])).toEqual([])
  expect(sectionsInForce({ followsDefault: false, sections: ["gone"] }, [])).toEqual([])
})

test("what is told has numbers and names", () => {
  expect(sectionWords(["general", "delivery", "pricing"])).toBe("General, Invoice and delivery and Pricing")
  expect(driftWords(1, ["pricing"])).toBe("1 member differs from the Admin in Pricing")
  expect(driftWords(3, ["general", "pricing"])).toBe("3 members differ from the Admin in General and Pricing")
})
