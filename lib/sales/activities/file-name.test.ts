import { expect, test } from "vitest"
import { asDownload, fileName } from "./file-name"

test.each([
  ["contract.pdf", "contract.pdf"],
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\ana\\Vertrag.docx", "Vertrag.docx"],
  ["invoice\r\nX-Evil: 1.pdf", "invoice X-Evil 1.pdf"],
  ["harmless\u202Efdp.exe", "harmless fdp.exe"],
  ['a"b;c%d.txt', "a b c d.txt"],
  ["...", "file"],
  ["", "file"],
  [".htaccess", "htaccess"],
  ["  Größe  und\tMaß.xlsx ", "Größe und Maß.xlsx"],
  ["合同.pdf", "合同.pdf"],
])("%j is kept as %j", (given, kept) => {
  expect(fileName(given)).toBe(kept)
})

test("a long name keeps its ending", () => {
  const kept = fileName(`${"x".repeat(400)}.tar`)
  expect(kept).toHaveLength(120)
  expect(kept.endsWith(".tar")).toBe(true)
})

test("a download is always saved, under the name in both forms", () => {
  expect(asDownload("Größe (1).pdf")).toBe(`attachment; filename="Groe (1).pdf"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%281%29.pdf`)
  expect(asDownload("合同.pdf")).toBe(`attachment; filename=".pdf"; filename*=UTF-8''%E5%90%88%E5%90%8C.pdf`)
})
